package dev.tenrec.infra.settings;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything an owner chooses about an installation. {@link #DEFAULTS} deploys as it is.
 *
 * @param name names the stacks and the catalog database; two installations of one account and
 *     region need different names
 * @param account the AWS account; empty for the one of the credentials at deployment
 * @param region the AWS region; empty for the one of the credentials at deployment
 * @param memory the size of each function
 * @param retention how long things are kept
 * @param streaming the streams between the functions
 * @param freshness how long events wait for company
 * @param products what is on
 * @param captureConcurrency how many captures may run at once, which caps both load and bill; empty
 *     for no cap, as a new account cannot reserve any
 * @param domain the owner's host name; empty for CloudFront's
 * @param alarmEmail who hears of alarms; empty for nobody
 */
public record Settings(
    String name,
    Optional<String> account,
    Optional<String> region,
    Memory memory,
    Retention retention,
    Streaming streaming,
    Freshness freshness,
    Set<Product> products,
    Optional<Integer> captureConcurrency,
    Optional<Domain> domain,
    Optional<String> alarmEmail) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}[a-z0-9]");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d");

  /** Small, cheap and complete. */
  public static final Settings DEFAULTS =
      new Settings(
          "tenrec",
          Optional.empty(),
          Optional.empty(),
          Memory.DEFAULTS,
          Retention.DEFAULTS,
          Streaming.DEFAULTS,
          Freshness.STANDARD,
          Set.of(Product.values()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Settings {
    requireNonNull(memory, "memory is null");
    requireNonNull(retention, "retention is null");
    requireNonNull(streaming, "streaming is null");
    requireNonNull(freshness, "freshness is null");
    requireNonNull(domain, "domain is null");
    products = Set.copyOf(products);
    if (!NAME.matcher(name).matches()) {
      throw new SettingsException(
          "name is \"%s\": use 2 to 32 lower-case letters, digits and hyphens, beginning with a letter, such as tenrec or tenrec-staging"
              .formatted(name));
    }
    account
        .filter(value -> !ACCOUNT.matcher(value).matches())
        .ifPresent(
            value -> {
              throw new SettingsException(
                  "account is \"%s\": give the 12 digits of an AWS account, as a JSON string"
                      .formatted(value));
            });
    region
        .filter(value -> !REGION.matcher(value).matches())
        .ifPresent(
            value -> {
              throw new SettingsException(
                  "region is \"%s\": give an AWS region such as eu-central-1".formatted(value));
            });
    captureConcurrency
        .filter(value -> value < 1)
        .ifPresent(
            value -> {
              throw new SettingsException(
                  "captureConcurrency is %d: choose at least 1, or leave it out for no cap"
                      .formatted(value));
            });
    alarmEmail
        .filter(value -> value.indexOf('@') < 1)
        .ifPresent(
            value -> {
              throw new SettingsException(
                  "alarmEmail is \"%s\": give one e-mail address".formatted(value));
            });
  }

  /** Whether the product is on. */
  public boolean has(Product product) {
    return products.contains(product);
  }

  /** The products that are on as functions are told: in lower case, separated by commas. */
  public String productNames() {
    return products.stream()
        .map(product -> product.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** The same under another name. */
  public Settings named(String name) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same in that account and region. */
  public Settings in(String account, String region) {
    return new Settings(
        name,
        Optional.of(account),
        Optional.of(region),
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same with other sizes. */
  public Settings with(Memory memory) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same with another retention. */
  public Settings with(Retention retention) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same with other streams. */
  public Settings with(Streaming streaming) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same with other windows. */
  public Settings with(Freshness freshness) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same with exactly these products on. */
  public Settings with(Set<Product> products) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        alarmEmail);
  }

  /** The same under a host name of the owner's. */
  public Settings with(Domain domain) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        Optional.of(domain),
        alarmEmail);
  }

  /** The same with at most that many captures at once. */
  public Settings cappingCapture(int concurrency) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        Optional.of(concurrency),
        domain,
        alarmEmail);
  }

  /** The same with alarms sent to that address. */
  public Settings alarming(String email) {
    return new Settings(
        name,
        account,
        region,
        memory,
        retention,
        streaming,
        freshness,
        products,
        captureConcurrency,
        domain,
        Optional.of(email));
  }
}
