package screentest

import (
	"context"

	"jianbao/review"
	"jianbao/storage/backup"
)

// Keep has the office keep its copies with k.
func (o *Office) Keep(k *backup.Keeper) { o.keeper = k }

// Backups are those that Keep gave; none in memory.
func (o *Office) Backups() *backup.Keeper { return o.keeper }

// Safety is how the copies stand.
func (o *Office) Safety() backup.Status {
	if o.Servers.Remote {
		return backup.Status{Good: true, Code: backup.CodeServer}
	}
	if o.keeper == nil {
		return backup.Status{Code: backup.CodeMemory}
	}
	return o.keeper.Status()
}

// Verify checks what is in the store.
func (o *Office) Verify(ctx context.Context, along func(done, all int)) (review.Report, error) {
	return o.desk.VerifyAlong(ctx, "", along)
}

// OpenHealth goes to the check.
func (o *Office) OpenHealth() { o.Went = "health" }

// ChooseFolder chooses the folder Answer.
func (o *Office) ChooseFolder(then func(path string)) { then(o.Answer) }

// SaveFile writes down what is to be saved.
func (o *Office) SaveFile(name string, data []byte) { o.Told = append(o.Told, name+"\n"+string(data)) }
