package language

import (
	"strings"
	"testing"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

// english is a set of one.
var english = Set{{"en", "English", unicode.Latin, en.Lists("language/words.txt").Of("functionWords")}}

const articleInEnglish = `The mayor of Lisbon said on Monday that the old bridge would be closed for repairs until the end of the year. Drivers were
told to use the road along the river. A spokesman for the port said that the closure had come as a surprise to the firms that work there.`

// refused are texts that no reading should be made of, with the language that the error has to name.
var refused = []struct{ name, text, language string }{
	{"German", "Der Bürgermeister sagte am Montag, die alte Brücke werde bis zum Ende des Jahres gesperrt. Die Autofahrer sollen die Straße am Fluss nehmen, " +
		"und ein Sprecher des Hafens erklärte, die Schließung komme für die ansässigen Betriebe überraschend.", "German"},
	{"German, two lines", "Die Regierung hat die Unabhängigkeit des Gebiets anerkannt, teilte das Außenministerium am Mittwoch in Berlin mit.", "German"},
	{"French", "Le maire a déclaré lundi que le vieux pont resterait fermé jusqu'à la fin de l'année pour des travaux. Les automobilistes devront emprunter la route " +
		"qui longe le fleuve, et le port regrette de ne pas avoir été prévenu plus tôt.", "French"},
	{"Spanish", "El alcalde dijo el lunes que el viejo puente permanecerá cerrado hasta el final del año por obras. Los conductores deberán usar la carretera que " +
		"bordea el río, y el puerto lamenta no haber sido avisado antes.", "Spanish"},
	{"Russian", "Мэр города заявил в понедельник, что старый мост будет закрыт до конца года. Это решение вызвало удивление у предприятий порта, сообщил их представитель.", "Russian"},
	{"Ukrainian", "Міський голова заявив у понеділок, що старий міст буде закрито до кінця року, а водії їхатимуть іншою дорогою.", "Ukrainian"},
	{"Chinese", "市长星期一表示，这座老桥将关闭到年底，司机们需要走沿河的道路。", "Mandarin"},
	{"Arabic", "قال رئيس البلدية يوم الاثنين إن الجسر القديم سيبقى مغلقا حتى نهاية العام.", "Arabic"},
	{"Russian with an English title", "Old bridge closed\n\nМэр города заявил в понедельник, что старый мост будет закрыт до конца года, а водителям придётся ехать по набережной.", "Russian"},
	{"Russian headline", "Мост закрыт до конца года", ""},
}

func TestRefused(t *testing.T) {
	for _, c := range refused {
		err := english.Check(c.text)
		if err == nil || !strings.Contains(err.Error(), c.language) || !strings.Contains(err.Error(), "only English is read") || kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: error %v, want one that names %s", c.name, err, c.language)
		}
	}
}

func TestNotRefused(t *testing.T) {
	for name, text := range map[string]string{
		"article":                      articleInEnglish,
		"nothing":                      "",
		"numbers":                      strings.Repeat("1,204 38.5 % 17/3 2022-08-17\n", 40),
		"code":                         strings.Repeat("for (int i = 0; i < n; i++) { sum += values[i]; printf(\"%d\\n\", sum); }\n", 20),
		"a word":                       "Nein",
		"a name":                       "Владимир",
		"article with a Russian quote": articleInEnglish + " “Мост закрыт до конца года”, he added in Russian.",
		"article with a French title":  "Le pont reste fermé\n\n" + articleInEnglish,
		"article with many names":      strings.Repeat("Zoltán Kovács, Jarosław Kaczyński and José Ramos-Horta met in Łódź. ", 20),
		"table of results":             strings.Repeat("Bayern München 3 Borussia Dortmund 1\n", 30) + articleInEnglish,
	} {
		if err := english.Check(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, headline := range []string{"Kenya recognizes Kosovo", "Putin, Xi hold talks", "Trump fires FBI director Comey", "Biden: Taiwan arms sale final",
		"Macron backs Scholz plan", "Chile recognizes Palestine", "Tesla sues Rivian", "Hezbollah fires rockets", "Merkel Macron Tusk Orban Brussels",
		"Zelensky visits Kherson, meets marines, awards medals", "Sudan army bombs Omdurman; hospital destroyed, dozens dead, medics report",
		"Bolsonaro allies storm Congress; police arrest hundreds; Lula condemns 'fascists', vows prosecutions"} {
		if err := english.Check(headline); err != nil {
			t.Errorf("%s: %v", headline, err)
		}
	}
}

// european is a set of four, two of which share a script and one has words of its own.
var european = Set{english[0],
	{Code: "de", Name: "German", Script: unicode.Latin, Words: map[string]bool{"der": true, "die": true, "und": true, "nicht": true}},
	{Code: "fr", Name: "French", Script: unicode.Latin}, {Code: "ru", Name: "Russian", Script: unicode.Cyrillic}}

// TestChosen: of the languages that are read, a text gets the one it is in, by its words, the detector or its script.
func TestChosen(t *testing.T) {
	for text, want := range map[string]string{
		articleInEnglish:                           "en",
		refused[0].text:                            "de",
		refused[2].text:                            "fr",
		refused[3].text:                            "es",
		refused[4].text:                            "ru",
		refused[5].text:                            "uk",
		refused[6].text:                            "zh",
		"Мост закрыт":                              "en", // eleven letters may be a name
		"Мост закрыт до осени":                     "ru",
		"Die Brücke bleibt zu und der Hafen klagt": "de",
		"Tesla sues Rivian":                        "en",
		"":                                         "en",
	} {
		if got := european.Of(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		if err := european.Check(text); (err == nil) != european.Has(want) {
			t.Errorf("%q: error %v", text, err)
		}
	}
	if err := european.Check(refused[3].text); err == nil || !strings.Contains(err.Error(), "only English, German, French and Russian is read") {
		t.Errorf("error %v", err)
	}
	if got := (Set{}).Of(refused[2].text); got != "fr" {
		t.Errorf("without a language that is read: %s", got)
	}
}

// TestStatedOrTold: a statement holds, unless it names a language that is read and the text is surely in another.
func TestStatedOrTold(t *testing.T) {
	for _, c := range []struct{ stated, text, want string }{
		{"", refused[0].text, "de"},
		{"de-AT", refused[0].text, "de-AT"},
		{"de", articleInEnglish, "en"},
		{"de", "Tesla gegen Rivian", "de"},
		{"en", refused[4].text, "ru"},
		{"nl", articleInEnglish, "nl"},
	} {
		if got := european.Choose(c.stated, c.text); got != c.want {
			t.Errorf("stated %q: %s, want %s", c.stated, got, c.want)
		}
	}
}
