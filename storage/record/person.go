package record

import (
	"time"

	"jianbao/review"
)

type person struct {
	ID     review.PersonID `json:"id"`
	Name   string          `json:"name"`
	Roles  []review.Role   `json:"roles"`
	PIN    review.PINHash  `json:"pin,omitempty"`
	Left   bool            `json:"left,omitempty"`
	Joined time.Time       `json:"joined"`
}

// Person is the stored form of people.
var Person = codec(
	func(p review.Person) person { return person(p) },
	func(w person) review.Person { return review.Person(w) })
