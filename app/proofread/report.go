package proofread

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"jianbao/review"
	"jianbao/review/proof"
)

// Report is what proofreading found in one version of a text, what was decided
// about it, and which rules did not look.
type Report struct {
	Title    string
	Series   string
	At       time.Time // of the reading
	Revision int
	Hash     string // of the version
	Open     []proof.Finding
	Gone     []Dismissed
	Off      []*proof.Rule
	Name     func(review.PersonID) string
}

// Words are the sentences of a report.
type Words interface {
	T(key string, pairs ...any) string
	Finding(proof.Finding) string
}

// Off returns the rules that a series has switched off.
func Off(rules []*proof.Rule, s review.Series) []*proof.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r *proof.Rule) bool { return !s.Rules[r.ID].Off })
}

// Text writes the report as lines for people.
func (r Report) Text(w io.Writer, words Words) error {
	lines := []string{
		words.T("proof.report.title", "title", r.Title, "series", r.Series),
		words.T("proof.report.version", "seq", r.Revision, "hash", r.Hash, "at", r.At.Local().Format("2006-01-02 15:04")),
		words.T("proof.report.counts", "open", len(r.Open), "dismissed", len(r.Gone), "off", len(r.Off)),
	}
	lines = append(lines, "", words.T("proof.report.open"))
	for i, f := range r.Open {
		lines = append(lines, fmt.Sprintf("%d. [%s %s] %s  %s", i+1, words.T("term.proof."+string(f.Level)), f.Rule, f.Text, words.Finding(f)))
	}
	lines = append(lines, "", words.T("proof.report.dismissed"))
	for i, d := range r.Gone {
		lines = append(lines, fmt.Sprintf("%d. [%s %s] %s  %s", i+1, words.T("term.proof."+string(d.Level)), d.Rule, d.Text, r.why(d, words)))
	}
	lines = append(lines, "", words.T("proof.report.off"))
	for _, rule := range r.Off {
		lines = append(lines, rule.ID+" "+rule.Name)
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

func (r Report) why(d Dismissed, words Words) string {
	return words.T("proof.report.why", "name", r.Name(d.By.By), "scope", words.T("term.scope."+string(d.By.Scope)), "reason", d.By.Reason,
		"at", d.By.At.Local().Format("2006-01-02 15:04"))
}

// CSV writes the report as a table, one row a finding, for spreadsheets.
func (r Report) CSV(w io.Writer, words Words) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	rows := [][]string{heads(words)}
	for _, f := range r.Open {
		rows = append(rows, r.row(f, words, words.T("proof.report.stands"), ""))
	}
	for _, d := range r.Gone {
		rows = append(rows, r.row(d.Finding, words, words.T("proof.report.let"), r.why(d, words)))
	}
	for _, rule := range r.Off {
		rows = append(rows, []string{r.Title, strconv.Itoa(r.Revision), r.Hash, words.T("proof.report.ruleoff"), rule.ID, "", "", rule.Name, ""})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = plain(cell)
		}
	}
	return table.WriteAll(rows)
}

func heads(words Words) []string {
	var row []string
	for _, column := range []string{"title", "seq", "hash", "state", "rule", "level", "text", "message", "why"} {
		row = append(row, words.T("proof.report.column."+column))
	}
	return row
}

func (r Report) row(f proof.Finding, words Words, state, why string) []string {
	return []string{r.Title, strconv.Itoa(r.Revision), r.Hash, state, f.Rule, words.T("term.proof." + string(f.Level)), f.Text, words.Finding(f), why}
}

// plain keeps a spreadsheet from calculating a cell.
func plain(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
