package read

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhoIsMeantByFew: the two who are summed up, capitals that stand for governments, names behind nouns, those
// picked out of a number.
func TestWhoIsMeantByFew(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Chad and Niger closed the border on Monday. The two sides blame each other for the raid.", []string{
			"Chad BLAMED Niger: The two sides blame each other for the raid",
			"Niger BLAMED Chad: The two sides blame each other for the raid"}},
		{"Chad and Niger closed the border on Monday. Mali protested. The two sides blame each other for the raid.", []string{}},
		{"Latvia has not imposed sanctions on Minsk.", []string{"Latvia SANCTIONED Belarus NOT: Latvia has not imposed sanctions on Minsk"}},
		{"Togo apologised to the city of Warsaw.", []string{"Togo APOLOGIZED_TO Warsaw: Togo apologised to the city of Warsaw"}},
		{"Kenya has sanctioned the honorary consul, Maria Petrova, a banker.", []string{
			"Kenya SANCTIONED Maria Petrova: Kenya has sanctioned the honorary consul, Maria Petrova"}},
		{"Kenya condemned several states, among them Chad and Niger.", []string{
			"Kenya CONDEMNED Chad: Kenya condemned several states, among them Chad and Niger",
			"Kenya CONDEMNED Niger: Kenya condemned several states, among them Chad and Niger",
			"Kenya CONDEMNED several states: Kenya condemned several states, among them Chad and Niger"}},
		{"Peru denied that it had fired first and accused Chile of lying.", []string{
			"Peru ACCUSED Chile: it had fired first and accused Chile of lying",
			"Peru DENIED it had fired first: Peru denied that it had fired first and accused Chile of lying"}},
	} {
		got := cited(c.text, mustRead(t, Text{Text: c.text}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

// TestWhoBelongsWhere: memberships and posts by apposition, by "of" and by the place a sentence opens with; no office
// by guess where the text speaks against it.
func TestWhoBelongsWhere(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Anna Novak, a member of the Slovenian parliament, disagreed.", []string{
			"Anna Novak MEMBER_OF Parliament of Slovenia: Anna Novak, a member of the Slovenian parliament"}},
		{"Petra Zore of the Peace Institute disagreed.", []string{"Petra Zore WORKS_FOR Peace Institute: Petra Zore of the Peace Institute"}},
		{"In Maribor, a city on the Drava, Mayor Luka Hren opened the bridge.", []string{"Luka Hren HOLDS_OFFICE_IN Maribor: Mayor Luka Hren"}},
		{"Norway joined the European Union in condemning Togo.", []string{"Norway CONDEMNED Togo: Norway joined the European Union in condemning Togo"}},
		{"The ambassador to the United Nations, Tom Ford, left.", []string{}},
		{"Peru slept. Peru waited. Then-President Jane Roe of Peru left Peru.", []string{}},
	} {
		got := cited(c.text, mustRead(t, Text{Text: c.text}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}
