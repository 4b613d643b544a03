package dev.tenrec.infra;

import java.util.Map;

/**
 * The CDK feature flags. One map for deployments, the local cloud and tests, so that all three see
 * the same template; only flags of services that Tenrec uses.
 */
public final class Flags {
  private static final Map<String, Object> FLAGS =
      Map.ofEntries(
          Map.entry("@aws-cdk/core:checkSecretUsage", true),
          Map.entry("@aws-cdk/core:enablePartitionLiterals", true),
          Map.entry("@aws-cdk/core:includePrefixInUniqueNameGeneration", true),
          Map.entry("@aws-cdk/core:explicitStackTags", true),
          Map.entry("@aws-cdk/core:aspectPrioritiesMutating", true),
          Map.entry("@aws-cdk/core:validateAgainstDefaultRules", true),
          Map.entry("@aws-cdk/core:annotationsInValidationReport", true),
          // Fn::ImportValue, which every stand-in for CloudFormation knows, over a weak reference;
          // the State stack exports everything always, so strong references never lock it.
          Map.entry("@aws-cdk/core:defaultCrossStackReferences", "strong"),
          Map.entry("@aws-cdk/core:target-partitions", java.util.List.of("aws", "aws-cn")),
          Map.entry("@aws-cdk/aws-iam:minimizePolicies", true),
          Map.entry("@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName", true),
          Map.entry("@aws-cdk/aws-lambda:recognizeLayerVersion", true),
          Map.entry("@aws-cdk/aws-lambda:useCdkManagedLogGroup", true),
          Map.entry("@aws-cdk/aws-lambda:createNewPoliciesWithAddToRolePolicy", false),
          Map.entry("@aws-cdk/aws-s3:createDefaultLoggingPolicy", true),
          Map.entry("@aws-cdk/aws-s3:publicAccessBlockedByDefault", true),
          Map.entry("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true),
          Map.entry("@aws-cdk/aws-kms:aliasNameRef", true),
          Map.entry("@aws-cdk/aws-kms:reduceCrossAccountRegionPolicyScope", true),
          Map.entry("@aws-cdk/aws-dynamodb:resourcePolicyPerReplica", true),
          Map.entry("@aws-cdk/aws-dynamodb:retainTableReplica", true),
          Map.entry("@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption", true),
          Map.entry(
              "@aws-cdk/aws-cloudwatch-actions:changeLambdaPermissionLogicalIdForLambdaAction",
              true),
          Map.entry("@aws-cdk/aws-cloudfront:defaultFunctionRuntimeV2_0", true));

  private Flags() {}

  /** The flags, as an app's context. */
  public static Map<String, Object> all() {
    return FLAGS;
  }
}
