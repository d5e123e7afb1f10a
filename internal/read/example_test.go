package read_test

import (
	"context"
	"fmt"
	"log"

	"sayso/internal/read"
)

func ExampleReader_Read() {
	r, err := read.New()
	if err != nil {
		log.Fatal(err)
	}
	got, err := r.Read(context.Background(), read.Text{Doc: "note", Text: "Kenya and Sudan have recognized the independence of Kosovo."})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range got.Claims {
		fmt.Println(c.Subject, c.Predicate, c.Object)
	}
	// Output:
	// Kenya RECOGNIZED Kosovo
	// Sudan RECOGNIZED Kosovo
}
