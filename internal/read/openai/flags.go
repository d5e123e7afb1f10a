package openai

import "sayso/internal/kg"

// Flags are the settings of this reader on a command line, for kong.
type Flags struct {
	Reader      string `help:"Who reads: rules, inside this program, or openai, a model behind an OpenAI-compatible endpoint (articles are sent there)." enum:"rules,openai" default:"rules"`
	OpenAIURL   string `name:"openai-url" env:"SAYSO_OPENAI_URL" help:"The endpoint, up to and with /v1." default:"http://127.0.0.1:11434/v1" placeholder:"URL"`
	OpenAIModel string `name:"openai-model" env:"SAYSO_OPENAI_MODEL" help:"The model." placeholder:"NAME"`
	OpenAIKey   string `name:"openai-key" env:"SAYSO_OPENAI_KEY" help:"The key; better set as SAYSO_OPENAI_KEY." placeholder:"SECRET"`

	OpenAILanguages []string `name:"openai-languages" env:"SAYSO_OPENAI_LANGUAGES" help:"The languages that the model reads." default:"en" placeholder:"CODE"`
}

// New makes the reader that the flags describe, with a vocabulary.
func (f Flags) New(words *kg.Vocabulary) (*Reader, error) {
	return New(Options{
		BaseURL: f.OpenAIURL, APIKey: f.OpenAIKey, Model: f.OpenAIModel, Vocabulary: words, Languages: f.OpenAILanguages,
	})
}
