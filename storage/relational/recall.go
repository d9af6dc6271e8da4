package relational

// recall is what a transaction was answered. Nobody changes it meanwhile but the
// transaction itself: so that it need not ask twice.
type recall struct {
	answers map[string][]stored // by the key of the question
	tables  map[string][]string // the keys of a table's questions
	room    int                 // for so many bytes more
}

// room is how many bytes of records a transaction remembers: more than use cases
// read of a draft, and little beside what reading a whole database takes.
const room = 4 << 20

func newRecall() *recall {
	return &recall{answers: map[string][]stored{}, tables: map[string][]string{}, room: room}
}

// keep remembers an answer if there is room for it.
func (r *recall) keep(q question, rows []stored) {
	size := 0
	for _, row := range rows {
		size += len(row.data)
	}
	if key := q.key(); size <= r.room {
		r.room -= size
		r.answers[key] = rows
		r.tables[q.table] = append(r.tables[q.table], key)
	}
}

// forget has the table asked anew: something is written to it.
func (r *recall) forget(table string) {
	for _, key := range r.tables[table] {
		for _, row := range r.answers[key] {
			r.room += len(row.data)
		}
		delete(r.answers, key)
	}
	delete(r.tables, table)
}
