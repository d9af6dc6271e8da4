package load

import (
	"fmt"
	"strings"
	"time"
)

// names are how the kinds are called in the table.
var names = map[Kind]string{
	Save: "save 保存", Autosave: "autosave 暂存", Pulse: "pulse 心跳", Refresh: "refresh 刷新", Seen: "seen elsewhere 别处见到",
	Turn: "of a save: its turn 排队", Work: "of a save: its statements 语句", Commit: "of a save: commit 提交",
}

// Markdown renders rounds as two tables: times in milliseconds, and what was
// used.
func Markdown(rounds []Round) string {
	var b strings.Builder
	b.WriteString("| desks 席位 | what 事项 | count 次 | p50 ms | p95 ms | p99 ms | max ms |\n|---:|---|---:|---:|---:|---:|---:|\n")
	for _, r := range rounds {
		for _, k := range Kinds() {
			t := r.Times[k]
			fmt.Fprintf(&b, "| %d | %s | %d | %s | %s | %s | %s |\n", r.Desks, names[k], len(t),
				millis(t.At(500)), millis(t.At(950)), millis(t.At(990)), millis(t.At(1000)))
		}
	}
	b.WriteString("\n| desks 席位 | saves/s 每秒保存 | refreshes/s 每秒刷新 | errors 出错 | run again 重试 | processors, database 数据库占处理器 | processors, desks 各席位占处理器 |\n")
	b.WriteString("|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, r := range rounds {
		fmt.Fprintf(&b, "| %d | %.1f | %.1f | %d | %d | %.2f | %.2f |\n", r.Desks, r.PerSecond(Save), r.PerSecond(Refresh),
			r.Failed(), r.Retries, r.Server, r.Program)
	}
	return b.String()
}

// millis is a time in milliseconds, with as many digits as mean something.
func millis(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	if ms < 10 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.0f", ms)
}
