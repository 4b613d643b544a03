//! What posthog-rs does, against Tenrec: only the host is another.

use posthog_rs::{
    CaptureExceptionOptions, Client, ClientOptionsBuilder, EvaluateFlagsOptions, Event,
};
use std::{collections::HashMap, env, error::Error, io, time::Duration};

const ADA: &str = "ada@example.com";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (Ok(host), Ok(token)) = (env::var("TENREC_HOST"), env::var("TENREC_TOKEN")) else {
        return Err("Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.".into());
    };
    let remote = posthog_rs::client((token.as_str(), host.as_str())).await;
    let mut identified = Event::new("$identify", ADA);
    identified.insert_prop("$set", HashMap::from([("name", "Ada"), ("plan", "pro")]))?;
    remote.capture(identified);

    let mut event = Event::new("sample ran", ADA);
    event.insert_prop("from", "rust")?;
    event.add_group("company", "analytical-engines");
    remote.capture(event);

    let broken = io::Error::other("A sample broke, as it was asked to");
    let details = CaptureExceptionOptions::new()
        .distinct_id(ADA)
        .property("from", "rust")?;
    remote.capture_exception_with(&broken, details).await?;

    offer("asked for", &remote, false).await?;
    remote.shutdown().await;

    if let Some(key) = env::var("TENREC_KEY").ok().filter(|key| !key.is_empty()) {
        let options = ClientOptionsBuilder::default()
            .api_key(token)
            .host(host)
            .secret_key(key)
            .enable_local_evaluation(true)
            .build()?;
        let local = posthog_rs::client(options).await;
        // The definitions come in the background.
        tokio::time::sleep(Duration::from_secs(2)).await;
        offer("evaluated here", &local, true).await?;
        local.shutdown().await;
    }
    Ok(())
}

async fn offer(how: &str, client: &Client, locally: bool) -> Result<(), Box<dyn Error>> {
    let options = EvaluateFlagsOptions {
        person_properties: Some(HashMap::from([("newsletter".into(), "true".into())])),
        only_evaluate_locally: locally,
        ..Default::default()
    };
    let flags = client.evaluate_flags(ADA, options).await?;
    println!("offer, {how}: {:?}", flags.get_flag("newsletter-offer"));
    Ok(())
}
