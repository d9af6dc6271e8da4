package proofread

import (
	"jianbao/review"
	"jianbao/review/proof"
)

// Registers returns what the office keeps in the form the rules compare with.
// Names of people and bodies are also words that no speller flags.
func Registers(items []review.Item) proof.Registers {
	var r proof.Registers
	for _, i := range items {
		valid := proof.Validity{From: i.From, To: i.To}
		switch i.Kind {
		case review.ItemPerson:
			r.People = append(r.People, proof.Post{Name: i.Name, Post: i.Post, Order: i.Order, Validity: valid})
			r.Known = append(r.Known, i.Name)
		case review.ItemBody:
			r.Bodies = append(r.Bodies, proof.Organisation{Name: i.Name, Short: i.Short, Validity: valid})
			r.Known = append(append(r.Known, i.Name), i.Short...)
		case review.ItemPhrase:
			r.Phrases = append(r.Phrases, proof.FixedPhrase{Text: i.Name, Validity: valid})
			r.Known = append(r.Known, i.Name)
		case review.ItemForbidden:
			r.Forbidden = append(r.Forbidden, listed(i, valid))
		case review.ItemPreferred:
			r.Preferred = append(r.Preferred, listed(i, valid))
		case review.ItemSlip:
			r.Slips = append(r.Slips, listed(i, valid))
		case review.ItemKnown:
			r.Known = append(r.Known, i.Name)
		}
	}
	return r
}

func listed(i review.Item, v proof.Validity) proof.Listed {
	return proof.Listed{Term: proof.Term{Wrong: i.Name, Right: i.Right, Except: i.Except}, Validity: v}
}
