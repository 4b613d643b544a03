package dev.tenrec.infra.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The owner's own host name for Tenrec.
 *
 * @param name the host name, such as {@code events.example.com}
 * @param certificateArn a certificate for it in ACM, in us-east-1, where CloudFront looks
 * @param hostedZoneId the Route 53 zone to put the record into; empty when the owner points the
 *     name to the distribution in another way
 */
public record Domain(String name, String certificateArn, Optional<String> hostedZoneId) {
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern CERTIFICATE =
      Pattern.compile("arn:aws[a-z-]*:acm:us-east-1:\\d{12}:certificate/[A-Za-z0-9-]+");

  public Domain {
    if (!NAME.matcher(name).matches()) {
      throw new SettingsException(
          "domain.name is \"%s\": give a host name such as events.example.com, without https://"
              .formatted(name));
    }
    if (!CERTIFICATE.matcher(certificateArn).matches()) {
      throw new SettingsException(
          "domain.certificateArn is \"%s\": give the ARN of an ACM certificate in us-east-1 (arn:aws:acm:us-east-1:<account>:certificate/<id>); CloudFront reads no other region"
              .formatted(certificateArn));
    }
  }
}
