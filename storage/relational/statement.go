package relational

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// query sends a statement that reads. Placeholders are $1, $2 … and first appear
// in this order, since some drivers number them by appearance.
func (tx *Tx) query(statement string, args ...any) (*sql.Rows, error) {
	rows, err := tx.conn.Query(statement, tx.plain(args)...)
	return rows, tx.dialect.Translate(err)
}

// number asks for one number.
func (tx *Tx) number(statement string, args ...any) (n int64, err error) {
	rows, err := tx.query(statement, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		return 0, orNotFound(tx.dialect.Translate(rows.Err()))
	}
	err = rows.Scan(&n)
	return n, tx.dialect.Translate(err)
}

// exec sends a statement that writes to a table and returns how many rows it
// wrote.
func (tx *Tx) exec(table, statement string, args ...any) (int64, error) {
	if tx.recall != nil {
		tx.recall.forget(table)
	}
	res, err := tx.conn.Exec(statement, tx.plain(args)...)
	if err != nil {
		return 0, tx.dialect.Translate(err)
	}
	n, err := res.RowsAffected()
	return n, tx.dialect.Translate(err)
}

// plain brings arguments to the types that every driver takes and columns hold:
// string, int64 and []byte.
func (tx *Tx) plain(args []any) []any {
	plain := make([]any, len(args))
	for i, arg := range args {
		switch v := reflect.ValueOf(arg); v.Kind() {
		case reflect.String:
			plain[i] = tx.dialect.text(v.String())
		case reflect.Int, reflect.Int64:
			plain[i] = v.Int()
		default:
			plain[i] = arg
		}
	}
	return plain
}

// scanned brings what a driver gives for a column to the types of plain.
func scanned(column any) any {
	switch v := column.(type) {
	case []byte:
		return string(v)
	case int32:
		return int64(v)
	}
	return column
}

// placeholders returns $1, $2 … for count arguments.
func placeholders(count int) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = fmt.Sprintf("$%d", i+1)
	}
	return list
}

// longest is how many bytes a text in a short column has at most.
const longest = 512

// hashed begins a column that stands for a text it cannot hold.
const hashed = "\x01sha256:"

// text returns what a column holds for a text. Two texts never have the same.
func (d Dialect) text(s string) string {
	if !d.Short || len(s) <= longest && !strings.Contains(s, "\x00") && !strings.HasPrefix(s, hashed) {
		return s
	}
	sum := sha256.Sum256([]byte(s))
	return hashed + hex.EncodeToString(sum[:])
}

// storable reports whether a stored text can begin so: none holds invalid UTF-8,
// which some servers take for an error, and NUL is not looked for.
func storable(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

// askable reports whether there can be rows with these values. No record holds
// invalid UTF-8, and asking some servers for it ends the transaction.
func askable(args []any) bool {
	for _, arg := range args {
		if v := reflect.ValueOf(arg); v.Kind() == reflect.String && !utf8.ValidString(v.String()) {
			return false
		}
	}
	return true
}
