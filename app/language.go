package app

import (
	"encoding/json"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"jianbao/app/i18n"
)

// locales are the languages of the interface as systems name them.
var locales = map[i18n.Language]string{i18n.Chinese: "zh_CN.UTF-8", i18n.English: "en_US.UTF-8"}

// ours marks the sentences of the catalogue that replace Fyne's own.
const ours = "fyne."

// speak makes Fyne's own dialogs speak the language of the program, whatever
// the system's: Fyne takes it from LANGUAGE, which input methods do not look at.
// Words that Fyne translates oddly are replaced by the catalogue's.
func speak(words *i18n.Catalogue) error {
	if err := os.Setenv("LANGUAGE", locales[words.Language()]); err != nil {
		return err
	}
	better := map[string]string{}
	for _, key := range words.Keys() {
		if name, ok := strings.CutPrefix(key, ours); ok {
			better[name] = words.T(key)
		}
	}
	data, err := json.Marshal(better)
	if err != nil {
		return err
	}
	tag := map[i18n.Language]fyne.Locale{i18n.Chinese: "zh-Hans", i18n.English: "en"}[words.Language()]
	return lang.AddTranslationsForLocale(data, tag)
}
