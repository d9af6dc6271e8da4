package spell

import "sync"

// mostKept is how many answers a memory keeps at most.
const mostKept = 1 << 14

// memory keeps what was worked out before. It may be used by several goroutines
// at a time.
type memory[K comparable, V any] struct {
	mutex sync.RWMutex
	known map[K]V
}

// get returns the answer to a question, working it out if it is not known.
func (m *memory[K, V]) get(key K, find func(K) V) V {
	m.mutex.RLock()
	answer, ok := m.known[key]
	m.mutex.RUnlock()
	if ok {
		return answer
	}
	answer = find(key)
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil || len(m.known) >= mostKept {
		m.known = map[K]V{}
	}
	m.known[key] = answer
	return answer
}
