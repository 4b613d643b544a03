package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Chance.Weighted;
import java.util.List;

/**
 * Where a visit comes from.
 *
 * @param referrer the page before, {@code $direct} when there is none
 * @param domain its host, {@code $direct} when there is none
 * @param utmSource empty, like medium, campaign and click id, when it is no campaign
 * @param clickId the name of the network's click id
 */
record Source(
    String referrer,
    String domain,
    String utmSource,
    String utmMedium,
    String utmCampaign,
    String clickId) {
  static final Source DIRECT = plain("$direct", "$direct");
  static final Source NEWSLETTER =
      new Source("$direct", "$direct", "newsletter", "email", "tea_of_the_month", "");

  /** How people come for the first time. */
  static final List<Weighted<Source>> FIRST =
      List.of(
          new Weighted<>(26, DIRECT),
          new Weighted<>(27, plain("https://www.google.com/", "www.google.com")),
          new Weighted<>(3, plain("https://www.bing.com/", "www.bing.com")),
          new Weighted<>(3, plain("https://duckduckgo.com/", "duckduckgo.com")),
          new Weighted<>(
              11, paid("https://www.google.com/", "google", "cpc", "brand_search", "gclid")),
          new Weighted<>(
              6, paid("https://www.google.com/", "google", "cpc", "gift_guide", "gclid")),
          new Weighted<>(
              8,
              paid(
                  "https://l.instagram.com/",
                  "instagram",
                  "paid_social",
                  "slow_mornings",
                  "fbclid")),
          new Weighted<>(
              3,
              paid("https://l.facebook.com/", "facebook", "paid_social", "gift_guide", "fbclid")),
          new Weighted<>(5, plain("https://teaandtime.example/best-sencha", "teaandtime.example")),
          new Weighted<>(4, plain("https://www.reddit.com/", "www.reddit.com")),
          new Weighted<>(2, plain("https://t.co/", "t.co")),
          new Weighted<>(2, NEWSLETTER));

  /** How they come back. */
  static final List<Weighted<Source>> AGAIN =
      List.of(
          new Weighted<>(56, DIRECT),
          new Weighted<>(18, plain("https://www.google.com/", "www.google.com")),
          new Weighted<>(
              6, paid("https://www.google.com/", "google", "cpc", "brand_search", "gclid")),
          new Weighted<>(20, NEWSLETTER));

  /** What the address of the first page carries. */
  String query(String click) {
    if (utmSource.isEmpty()) {
      return "";
    }
    String query =
        "?utm_source=" + utmSource + "&utm_medium=" + utmMedium + "&utm_campaign=" + utmCampaign;
    return clickId.isEmpty() ? query : query + "&" + clickId + "=" + click;
  }

  void describe(ObjectNode properties, String prefix, String click) {
    if (!utmSource.isEmpty()) {
      properties
          .put(prefix + "utm_source", utmSource)
          .put(prefix + "utm_medium", utmMedium)
          .put(prefix + "utm_campaign", utmCampaign);
      if (!clickId.isEmpty()) {
        properties.put(prefix + clickId, click);
      }
    }
  }

  private static Source plain(String referrer, String domain) {
    return new Source(referrer, domain, "", "", "", "");
  }

  private static Source paid(
      String referrer, String source, String medium, String campaign, String clickId) {
    String domain = referrer.replace("https://", "").replace("/", "");
    return new Source(referrer, domain, source, medium, campaign, clickId);
  }
}
