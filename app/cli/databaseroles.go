package cli

import (
	"cmp"

	"jianbao/storage"
)

// rolesScript is the answer to "database roles": what an administrator runs.
type rolesScript struct {
	Owner string `json:"owner"`
	Desk  string `json:"desk"`
	SQL   string `json:"sql"`
}

// databaseRoles prints the script that sets up who may do what on a server. It
// reaches no server itself.
func databaseRoles(c *call) (result, error) {
	s := rolesScript{Owner: cmp.Or(c.word(0), storage.OwnerRole), Desk: cmp.Or(c.word(1), storage.DeskRole)}
	var err error
	if s.SQL, err = storage.Roles(s.Owner, s.Desk); err != nil {
		return nil, usage("cli.database.role", "owner", s.Owner, "desk", s.Desk)
	}
	return s, nil
}

func (s rolesScript) print(p *page) { p.WriteString(s.SQL) }
