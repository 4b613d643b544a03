package dev.tenrec.infra.state;

import dev.tenrec.infra.settings.Retention;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The one bucket. Private, TLS only, retained.
 *
 * <p>It is not versioned: Iceberg never overwrites a data file and keeps its own history in
 * snapshots, so versions would only keep what compaction removed, at twice the price, and what an
 * erasure has to remove. No lifecycle rule touches the lake, because a file that is gone breaks the
 * table that lists it.
 */
public final class DataBucket extends Construct {
  private final Bucket bucket;

  public DataBucket(Construct scope, String id, Retention retention) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .versioned(false)
            // The console follows a signed address to a result that is too large for an answer.
            .cors(
                List.of(
                    CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.GET))
                        .allowedOrigins(List.of("*"))
                        .allowedHeaders(List.of("*"))
                        .maxAge(3600)
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(
                List.of(
                    expire(Prefix.CLAIMS, retention.claimDays()),
                    expire(Prefix.RESULTS, retention.resultDays()),
                    expire(Prefix.REPLAY, Prefix.RECORDING_DAYS),
                    LifecycleRule.builder()
                        .id("abandoned-uploads")
                        .abortIncompleteMultipartUploadAfter(Duration.days(2))
                        .build()))
            .build();
  }

  /** The bucket itself. */
  public IBucket bucket() {
    return bucket;
  }

  private static LifecycleRule expire(Prefix prefix, int days) {
    return LifecycleRule.builder()
        .id(prefix.key().replace("/", ""))
        .prefix(prefix.key())
        .expiration(Duration.days(days))
        .build();
  }
}
