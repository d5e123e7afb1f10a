package page

import (
	"strings"
	"testing"

	"sayso/internal/kg"
)

const (
	first  = "Harbour master Ona Pelk told the port council on Thursday that the north quay would stay shut until the cranes had been inspected."
	second = "“Nobody works under those cranes before I have seen the papers,” Pelk said. She gave the firm that runs the quay ten days to answer."
	third  = "The dockers' union welcomed the decision. Its chairman, Rolf Estrin, accused the firm of having hidden two accidents since January."
	fourth = "A spokeswoman for the firm, Livia Torne, rejected the accusation and said that every crane had passed its last test in October."
)

const headline = "North quay of Selm stays shut over unsafe cranes"

// build makes a page of what is in its head and its body, with the text of the article around extra.
func build(head, extra string) string {
	return `<!doctype html><html lang="en"><head>` + head + `</head><body><header><nav><a href="/">Home</a></nav></header><main><article><h1>` + headline + `</h1><p>` + first +
		`</p><p>` + second + `</p>` + extra + `<p>` + third + `</p><p>` + fourth + `</p></article></main><footer>© 2001–2024</footer></body></html>`
}

func parse(t *testing.T, text, address string) Article {
	t.Helper()
	a, err := Parse(text, address)
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return a
}

const linked = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
	{"@type":"WebSite","@id":"#site","name":"Selm Courier – news from the coast"},
	{"@type":"Organization","@id":"#pub","name":"Selm Courier"},
	{"@type":"NewsArticle","headline":"A story that is only linked here","datePublished":"2011-02-03","publisher":{"name":"Another Paper"}},
	{"@type":["NewsArticle","Thing"],"headline":"North quay of Selm stays shut over unsafe cranes","datePublished":"2023-03-02T23:30:00-05:00","dateModified":"2023-03-09","publisher":{"@id":"#pub"}}]}</script>`

func TestMetadata(t *testing.T) {
	for name, c := range map[string]struct {
		head, extra, address    string
		publisher, title, dated string
	}{
		"graph":                 {linked, "", "", "Selm Courier", headline, "2023-03-02"},
		"before OpenGraph":      {`<meta property="og:site_name" content="selmcourier"><meta property="article:published_time" content="2023-03-05">` + linked, "", "", "Selm Courier", headline, "2023-03-02"},
		"broken script":         {`<script type="application/ld+json">{"headline": </script><meta property="og:site_name" content="Selm Courier">`, "", "", "Selm Courier", headline, ""},
		"a handle":              {`<meta property="og:site_name" content="@selmcourier">`, "", "", "", headline, ""},
		"a word for a handle":   {`<meta property="og:site_name" content="selmcourier">`, "", "", "", headline, ""},
		"an address":            {`<meta property="og:site_name" content="www.selmcourier.example">`, "", "", "", headline, ""},
		"only the site":         {`<meta property="og:title" content="Selm Courier"><title>Selm Courier</title>`, "", "", "", headline, ""},
		"a section":             {`<meta property="og:site_name" content="World News">`, "", "", "", headline, ""},
		"a number":              {`<meta property="article:publisher" content="161385360554578">`, "", "", "", headline, ""},
		"by its host":           {`<meta property="og:site_name" content="U.S.">`, "", "https://uk.reuters.com/article/x", "Reuters", headline, ""},
		"by its spelling":       {`<meta property="og:site_name" content="NYTimes">`, "", "", "The New York Times", headline, ""},
		"an agency's story":     {`<meta property="og:site_name" content="Selm Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"` + headline + `","publisher":{"name":"Reuters"}}</script>`, "", "https://www.selmcourier.example/quay", "Selm Courier", headline, ""},
		"in the title":          {`<title>` + headline + ` - Harbour - Selm Courier</title>`, "", "https://selmcourier.example/quay", "Selm Courier", headline, ""},
		"site before the title": {`<meta property="og:site_name" content="Selm Courier"><meta property="og:title" content="Selm Courier: North quay stays shut"><title>Selm Courier | North quay stays shut</title>`, "", "", "Selm Courier", "North quay stays shut", ""},
		"title of the site":     {`<meta property="og:title" content="Selm Courier, the home of coastal reporting"><title>Selm Courier</title>`, "", "", "", headline, ""},
		"cut off":               {`<meta property="og:title" content="North quay of Selm stays shut over unsafe…">`, "", "", "", headline, ""},
		"in OpenGraph":          {`<meta property="article:published_time" content="2023-03-02 10:00:00">`, "", "", "", headline, "2023-03-02"},
		"a placeholder":         {`<meta property="article:published_time" content="0001-01-01T00:00:00Z">`, "", "", "", headline, ""},
		"only changed":          {`<meta property="article:modified_time" content="2023-03-02">`, `<p>Updated: <time datetime="2023-03-02">2 March 2023</time></p>`, "", "", headline, ""},
		"in the address":        {"", "", "https://selm.example/2023/03/02/quay", "", headline, "2023-03-02"},
		"another zone":          {`<meta property="article:published_time" content="2023-03-03T01:10:00Z">`, "", "https://selm.example/2023/mar/02/quay", "", headline, "2023-03-02"},
		"in a comment":          {"", `</article><ol class="replies"><li><time datetime="2019-01-01">1 Jan 2019</time> Well said.</li></ol><article>`, "", "", headline, ""},
		"in a post":             {"", `<blockquote class="instagram-media"><p>Shut again!</p><time datetime="2018-05-06">6 May 2018</time></blockquote>`, "", "", headline, ""},
		"in the text":           {"", `<p>The last inspection was on 12 November 2014, and the one before on 3 March 2009, according to the register.</p>`, "", "", headline, ""},
	} {
		a := parse(t, build(c.head, c.extra), c.address)
		if a.Publisher != c.publisher || a.Title != c.title || a.PublishedAt != kg.Date(c.dated) {
			t.Errorf("%s: publisher %q, title %q, day %q", name, a.Publisher, a.Title, a.PublishedAt)
		}
	}
	site := `<meta property="og:title" content="Selm Courier | Breaking news and weather from the coast"><meta property="og:site_name" content="Selm Courier">`
	two := strings.Replace(build(site, ""), "<header><nav>", `<header><h1><a href="/">Selm Courier</a></h1><nav>`, 1)
	if a := parse(t, two, ""); a.Title != headline {
		t.Errorf("beside the site's name: %q", a.Title)
	}
	below := strings.NewReplacer("<h1>"+headline+"</h1>", "<h2>"+headline+"</h2>", "<main>", "<h1>Selm Courier</h1><main>").Replace(build(
		`<title>Selm Courier</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"`+headline+`","publisher":{"name":"Selm Courier"}}</script>`, ""))
	if a := parse(t, below, ""); a.Title != headline || a.Publisher != "Selm Courier" {
		t.Errorf("below the site's name: %q, %q", a.Title, a.Publisher)
	}
	head := strings.Replace(build("", ""), "</h1>", `</h1><p class="meta">Posted <span class="post-date">March 2, 2023 at 9:15 am</span></p>`, 1)
	if a := parse(t, head, ""); a.PublishedAt != "2023-03-02" {
		t.Errorf("a day below the headline: %q", a.PublishedAt)
	}
}

func TestAuthors(t *testing.T) {
	for name, c := range map[string][2]string{
		"JSON-LD":        {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"` + headline + `","author":[{"@type":"Person","name":"Greta Moll"},"Tor Yve"]}</script><meta name="author" content="Vim Dorsal">`, "Greta Moll; Tor Yve"},
		"a meta tag":     {`<meta name="author" content="By Greta Moll and Tor Yve">`, "Greta Moll; Tor Yve"},
		"an address":     {`<meta property="article:author" content="https://www.facebook.com/gretamoll">`, ""},
		"a desk":         {`<meta name="author" content="News Desk">`, ""},
		"nobody":         {"", ""},
		"the outlet":     {`<meta property="og:site_name" content="Selm Courier"><meta name="author" content="Selm Courier">`, ""},
		"an id":          {`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"` + headline + `","author":{"@id":"#g"}},{"@type":"Person","@id":"#g","name":"Greta Moll"}]}</script>`, "Greta Moll"},
		"without a name": {`<script type="application/ld+json">{"@type":"NewsArticle","headline":"` + headline + `","author":{"@type":"Person"}}</script>`, ""},
	} {
		if got := strings.Join(parse(t, build(c[0], ""), "").Authors, "; "); got != c[1] {
			t.Errorf("%s: %q, want %q", name, got, c[1])
		}
	}
}

// TestKept: what the article says stays in its text, in whatever element it stands.
func TestKept(t *testing.T) {
	for name, c := range map[string][2]string{
		"a linked paragraph": {`<p><a href="/more"><em>The port lost three million crowns in the first week alone, the treasurer, Ugo Prand, told reporters.</em></a></p>`, "Ugo Prand, told reporters."},
		"a layout table":     {`<table><tbody><tr><td><p>The ferry line moved to the south quay at once.</p></td><td><p>Its director, Mona Hask, spoke of chaos.</p></td></tr></tbody></table>`, "Mona Hask, spoke of chaos."},
		"a table of figures": {`<table><tr><th>Year</th><th>Accidents</th></tr><tr><td>2021</td><td>4</td></tr><tr><td>2022</td><td>9</td></tr></table>`, "2022 | 9"},
		"a list":             {`<ul><li>The cranes were bought second-hand in 1998.</li><li>Two were repaired last year, according to the register.</li></ul>`, "bought second-hand in 1998"},
		"a block quote":      {`<p>In a letter to the council, Pelk wrote:</p><blockquote><p>I will not sign for what I have not seen.</p></blockquote>`, "I will not sign"},
		"a quoted letter":    {`<p>In a letter to the council, Pelk wrote:</p><blockquote><p>I will not sign.</p><p>Not before I have seen the papers.</p></blockquote>`, "I will not sign. Not before I have"},
		"bare text":          {`<div>The union, which has <a href="/u">nine hundred members</a>, wants new cranes and says that the port can pay for them by itself.<p>It has asked the state for help, a spokesman said on the radio.</p></div>`, "nine hundred members, wants"},
		"a soft hyphen":      {"<p>The inspector, Ja&shy;romir Ve\u200Bsely, begins on Monday, the council said in a statement to the press.</p>", "Jaromir Vesely"},
		"a linked name":      {`<p>The paper of the union, <a href="/x">Dock and Deck</a>, called the decision late, but right.</p>`, "union, Dock and Deck, called"},
	} {
		text := strings.Join(parse(t, build("", c[0]), "").Paragraphs, "\n\n")
		if !strings.Contains(text, c[1]) || !strings.Contains(text, fourth) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// TestForeign: what belongs to the site is no part of the text, and what stands around it stays.
func TestForeign(t *testing.T) {
	for name, c := range map[string][2]string{
		"most read":         {`<section><h3>Most Popular</h3><ol><li><a href="/1">Actor Vim Dorsal jailed for fraud</a></li><li><a href="/2">Sweden bombs Norway, says blogger</a></li></ol></section>`, "Sweden"},
		"most read, plain":  {`<div><strong>Trending now</strong><br><a href="/1">Actor Vim Dorsal jailed for fraud</a> <a href="/2">Sweden bombs Norway</a></div>`, "Sweden"},
		"see also":          {`<p>SEE ALSO: <a href="/1">Minister Tor Yve accuses Peru of theft</a></p>`, "Peru"},
		"bold read more":    {`<p><b>READ MORE</b> <a href="/1">Minister Tor Yve accuses Peru of theft</a></p>`, "Peru"},
		"any label":         {`<p><strong>WORTH A LOOK |</strong> <a href="/1">Minister Tor Yve accuses Peru of theft</a></p>`, "Peru"},
		"only a link":       {`<p><a href="/1">Minister Tor Yve accuses Peru of theft</a></p>`, "Peru"},
		"missed it":         {`<div><p><b>In case you missed it</b></p><p><a href="/1">Minister Tor Yve accuses Peru of theft</a></p></div>`, "Peru"},
		"more on this":      {`<p>More on this:</p><ul><li><a href="/1">Minister Tor Yve accuses Peru of theft</a></li></ul>`, "Peru"},
		"teasers":           {`<div><h4><a href="/1">Peru recalls its ambassador</a></h4><p>Minister Tor Yve spoke of theft on a grand scale in a speech.</p></div>`, "Peru"},
		"newsletter":        {`<div><h3>Sign up for The Tide</h3><p>Our editor Greta Moll picks the day's stories for you. Privacy Notice: see Google's terms.</p></div>`, "Moll"},
		"newsletter, plain": {`<p>Get the day's stories from Greta Moll delivered to your inbox.</p>`, "Moll"},
		"share":             {`<p><i>Like this story? Share it with a friend! Follow @selm on Twitter.</i></p>`, "Twitter"},
		"channels":          {`<p>Join the Selm Courier channel on WhatsApp and Telegram for breaking news.</p>`, "Telegram"},
		"a tip":             {`<p>Have a news tip? Email Vim Dorsal at tips@selm.example or message us on Signal.</p>`, "Dorsal"},
		"a post":            {`<blockquote class="twitter-tweet"><p>What a farce.</p>&mdash; Vim Dorsal (@vim) <a href="/x">May 6, 2018</a></blockquote>`, "Dorsal"},
		"comments":          {`<div id="comments"><p>Vim Dorsal: I have said this for years, and nobody wanted to hear it.</p></div>`, "Dorsal"},
		"a credit":          {`<figure><img src="x"><figcaption>The quay. Photo: Vim Dorsal/Getty Images</figcaption></figure>`, "Dorsal"},
		"reporters":         {`<p>Reporting by Vim Dorsal; additional reporting by Greta Moll; editing by Tor Yve</p>`, "Dorsal"},
		"a gallery":         {`<div class="photo-gallery">` + strings.Repeat(`<p>Vim Dorsal waves to the crowd at the film festival, where his latest picture won nothing at all.</p>`, 12) + `</div>`, "Dorsal"},
		"dialogs":           {`<div role="dialog"><p>This is a modal window by Vim Dorsal. Press the Escape key to close it.</p></div>`, "Dorsal"},
	} {
		extra := c[0]
		if name == "a gallery" {
			extra += "<p>" + strings.Repeat(third+" ", 6) + "</p>"
		}
		text := strings.Join(parse(t, build("", extra), "").Paragraphs, "\n\n")
		if strings.Contains(text, c[1]) || strings.Contains(text, headline) {
			t.Errorf("%s is in the text: %s", name, text)
		}
		for _, own := range []string{first, second, third, fourth} {
			if !strings.Contains(text, own) {
				t.Errorf("%s: %q is lost from: %s", name, own, text)
			}
		}
	}
}

func TestRefusal(t *testing.T) {
	for name, c := range map[string][2]string{
		"a consent banner": {`<html><head><title>Selm Courier</title></head><body><div><h1>Before you continue</h1><p>We use cookies and other data to deliver and maintain our services. ` +
			`If you choose to “accept all”, we and our partners will also use cookies to measure advertising and process personal data.</p><p>Your consent can be withdrawn under privacy settings at any time.</p>` +
			`<button>Accept all</button> <button>Reject all</button></div></body></html>`, "asks for consent"},
		"a paywall": {`<html><body><article><h1>` + headline + `</h1><p>` + first + `</p><div><h2>To continue reading, subscribe to the Selm Courier</h2><p>Unlimited access for two crowns a week. Cancel at any time.</p></div></article></body></html>`, "paywall"},
		"a region": {`<html><head><title>451</title></head><body><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country ` +
			`that enforces a regulation and therefore access cannot be granted at this time.</p></body></html>`, "refuses this reader"},
		"a check": {`<html><head><title>Just a moment...</title></head><body><h1>selmcourier.example</h1><p>Verify you are human by completing the action below.</p></body></html>`, "refuses this reader"},
		"nothing": {`<html><body><p></p></body></html>`, "no article was found"},
	} {
		a, err := Parse(c[0], "")
		if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), c[1]) || !strings.Contains(err.Error(), "give") {
			t.Errorf("%s: %v, %q", name, err, a.Paragraphs)
		}
	}
	long := build("", "<p>Readers may change what we and our partners store under cookie settings; by staying they accept cookies.</p><p>Already a subscriber? Sign in.</p><p>"+strings.Repeat(third+" ", 12)+"</p>")
	if _, err := Parse(long, ""); err != nil {
		t.Errorf("an article with both notices: %v", err)
	}
}
