// What posthog-go does, against Tenrec: only the host is another.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/posthog/posthog-go"
)

const (
	ada     = "ada@example.com"
	company = "analytical-engines"
)

func main() {
	host, token, key := os.Getenv("TENREC_HOST"), os.Getenv("TENREC_TOKEN"), os.Getenv("TENREC_KEY")
	if host == "" || token == "" {
		log.Fatal("Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.")
	}
	remote := connect(token, posthog.Config{Endpoint: host})
	send(remote, posthog.Identify{
		DistinctId: ada,
		Properties: posthog.NewProperties().Set("name", "Ada").Set("plan", "pro"),
	})
	send(remote, posthog.GroupIdentify{
		Type: "company", Key: company, DistinctId: ada,
		Properties: posthog.NewProperties().Set("employees", 12),
	})
	send(remote, posthog.Capture{
		DistinctId: ada, Event: "sample ran",
		Properties: posthog.NewProperties().Set("from", "go"),
		Groups:     posthog.NewGroups().Set("company", company),
	})
	offer("asked for", remote, false)
	remote.Close()

	if key != "" {
		local := connect(token, posthog.Config{Endpoint: host, PersonalApiKey: key})
		offer("evaluated here", local, true)
		local.Close()
	}
}

func connect(token string, config posthog.Config) posthog.Client {
	client, err := posthog.NewWithConfig(token, config)
	if err != nil {
		log.Fatal(err)
	}
	return client
}

func send(client posthog.Client, message posthog.Message) {
	if err := client.Enqueue(message); err != nil {
		log.Fatal(err)
	}
}

func offer(how string, client posthog.Client, locally bool) {
	value, err := client.GetFeatureFlag(posthog.FeatureFlagPayload{
		Key: "newsletter-offer", DistinctId: ada,
		PersonProperties:    posthog.NewProperties().Set("newsletter", "true"),
		OnlyEvaluateLocally: locally,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("offer, %s: %v\n", how, value)
}
