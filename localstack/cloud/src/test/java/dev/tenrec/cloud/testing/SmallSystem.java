package dev.tenrec.cloud.testing;

import java.nio.file.Path;

/**
 * A system as small as can be with everything a local cloud runs: a state stack with a stream, a
 * compute stack with a function behind a distribution and one behind the stream.
 */
public final class SmallSystem {
  private static final String STATE =
      """
      {"Resources":{"Events":{"Type":"AWS::Kinesis::Stream","Properties":{"ShardCount":1}}},
       "Outputs":{
        "Arn":{"Value":{"Fn::GetAtt":["Events","Arn"]},
               "Export":{"Name":"State:ExportsOutputFnGetAttEventsArn"}},
        "Name":{"Value":{"Ref":"Events"},"Export":{"Name":"State:ExportsOutputRefEvents"}}}}
      """;

  private static final String COMPUTE =
      """
      {"Parameters":{"File":{"Type":"String"},"Greeting":{"Type":"String","Default":"hello"}},
       "Resources":{
        "WebF00":{"Type":"AWS::Lambda::Function",
          "Metadata":{"aws:cdk:path":"Compute/Web/Function/Resource"},
          "Properties":{"Runtime":"java25","MemorySize":256,"Timeout":30,
            "Handler":"dev.tenrec.cloud.testing.handlers.Mirror",
            "Code":{"S3Bucket":"assets","S3Key":"%1$s"}}},
        "WebVersion":{"Type":"AWS::Lambda::Version",
          "Properties":{"FunctionName":{"Ref":"WebF00"}}},
        "WebLive":{"Type":"AWS::Lambda::Alias","Properties":{"Name":"live",
          "FunctionName":{"Ref":"WebF00"},
          "FunctionVersion":{"Fn::GetAtt":["WebVersion","Version"]}}},
        "WebUrl":{"Type":"AWS::Lambda::Url","Properties":{"AuthType":"NONE","Qualifier":"live",
          "TargetFunctionArn":{"Ref":"WebLive"}}},
        "ObedientF00":{"Type":"AWS::Lambda::Function",
          "Metadata":{"aws:cdk:path":"Compute/Obedient/Function/Resource"},
          "Properties":{"Runtime":"java25","MemorySize":256,"Timeout":30,
            "Handler":"dev.tenrec.cloud.testing.handlers.Obedient",
            "Code":{"S3Bucket":"assets","S3Key":"%1$s"},
            "Environment":{"Variables":{"GREETING":{"Ref":"Greeting"},
              "STREAM":{"Fn::ImportValue":"State:ExportsOutputRefEvents"}}}}},
        "RecorderF00":{"Type":"AWS::Lambda::Function",
          "Metadata":{"aws:cdk:path":"Compute/Recorder/Function/Resource"},
          "Properties":{"Runtime":"java25","MemorySize":256,"Timeout":30,
            "Handler":"dev.tenrec.cloud.testing.handlers.Recorder",
            "Code":{"S3Bucket":"assets","S3Key":"%1$s"},
            "Environment":{"Variables":{"FILE":{"Ref":"File"}}}}},
        "Mapping":{"Type":"AWS::Lambda::EventSourceMapping","Properties":{
          "EventSourceArn":{"Fn::ImportValue":"State:ExportsOutputFnGetAttEventsArn"},
          "FunctionName":{"Ref":"RecorderF00"},"StartingPosition":"TRIM_HORIZON",
          "BatchSize":10,"FunctionResponseTypes":["ReportBatchItemFailures"],
          "FilterCriteria":{"Filters":[{"Pattern":"{\\"data\\":{\\"keep\\":[true]}}"}]}}},
        "Node":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"nodejs22.x"}},
        "Role":{"Type":"AWS::IAM::Role"},
        "Edge":{"Type":"AWS::CloudFront::Distribution","Properties":{"DistributionConfig":{
          "Origins":[{"Id":"web","DomainName":{"Fn::Select":[2,{"Fn::Split":["/",
            {"Fn::GetAtt":["WebUrl","FunctionUrl"]}]}]}}],
          "DefaultCacheBehavior":{"TargetOriginId":"web",
            "AllowedMethods":["GET","HEAD","OPTIONS","PUT","PATCH","POST","DELETE"],
            "CachePolicyId":"4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "OriginRequestPolicyId":"b689b0a8-53d0-40ab-baf2-68738e2966ac"}}}}},
       "Outputs":{"ConsoleUrl":{"Value":{"Fn::Join":["",["https://",
         {"Fn::GetAtt":["Edge","DomainName"]}]]}}}}
      """;

  private SmallSystem() {}

  /** Writes its assembly. */
  public static Path write(Path directory) {
    return new TestingAssembly(directory)
        .stack("Compute", COMPUTE.formatted(TestingAssembly.ZIP), "State")
        .stack("State", STATE)
        .write();
  }
}
