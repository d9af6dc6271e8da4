package record

import (
	"jianbao/editor/template"
	"jianbao/review"
)

type series struct {
	ID               review.SeriesID   `json:"id"`
	Name             string            `json:"name"`
	Template         template.Template `json:"template"`
	SupplementsCount bool              `json:"supplementscount,omitempty"`
	SameHandReason   string            `json:"samehandreason,omitempty"`
	AllowOverride    bool              `json:"allowoverride,omitempty"`
	SubstantiveShare int               `json:"substantiveshare,omitempty"`

	Suite review.Suite `json:"suite,omitempty"`

	Rules map[string]review.RuleSetting `json:"rules,omitempty"`
}

// Series is the stored form of series.
var Series = codec(
	func(s review.Series) series { return series(s) },
	func(w series) review.Series { return review.Series(w) })
