package dev.tenrec.cloud.resources;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.cloud.template.Attributes;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.util.Locale;
import java.util.Optional;

/** What references to resources mean in the local cloud. All of it is known before any is made. */
public final class LocalAttributes implements Attributes {
  private final Addresses addresses;
  private final Secrets secrets;

  public LocalAttributes(Addresses addresses, Secrets secrets) {
    this.addresses = requireNonNull(addresses, "addresses is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
  }

  /** What a resource is called. */
  public static String name(Resource resource, Templates templates) {
    return PhysicalNames.of(resource, templates);
  }

  @Override
  public Optional<JsonNode> reference(Resource resource, Templates templates) {
    String name = name(resource, templates);
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> text(queueUrl(name, templates.place()));
      case "AWS::Lambda::Alias",
          "AWS::Lambda::Version",
          "AWS::Lambda::Url",
          "AWS::Lambda::LayerVersion",
          "AWS::SNS::Topic",
          "AWS::SecretsManager::Secret",
          "AWS::IAM::ManagedPolicy",
          "AWS::CertificateManager::Certificate" ->
          arn(resource, templates);
      default -> text(name);
    };
  }

  @Override
  public Optional<JsonNode> attribute(Resource resource, String attribute, Templates templates) {
    String name = name(resource, templates);
    return switch (resource.type() + " " + attribute) {
      case "AWS::SQS::Queue QueueName" -> text(name);
      case "AWS::SQS::Queue QueueUrl" -> text(queueUrl(name, templates.place()));
      case "AWS::Lambda::Version Version" -> text("1");
      case "AWS::Lambda::Url FunctionUrl" -> text(addresses.functionUrls().apply(resource) + "/");
      case "AWS::Lambda::Url FunctionArn", "AWS::Lambda::Version FunctionArn" ->
          arn(resource, templates);
      case "AWS::Lambda::Alias AliasArn" -> arn(resource, templates);
      case "AWS::CloudFront::Distribution DomainName" -> text(addresses.front().getAuthority());
      case "AWS::ApiGatewayV2::Api ApiEndpoint" -> text(addresses.front().toString());
      case "AWS::ApiGatewayV2::Api ApiId" -> text(name);
      case "AWS::SNS::Topic TopicArn" -> arn(resource, templates);
      case "AWS::SNS::Topic TopicName" -> text(name);
      case "AWS::SSM::Parameter Value" -> templates.property(resource, "Value");
      case "AWS::SSM::Parameter Type" -> templates.property(resource, "Type");
      default ->
          switch (attribute) {
            case "Arn" -> arn(resource, templates);
            case "Id" -> text(name);
            default -> Optional.empty();
          };
    };
  }

  @Override
  public Optional<String> dynamic(String service, String key, Templates templates) {
    return switch (service) {
      case "ssm", "ssm-secure" ->
          templates.resources("AWS::SSM::Parameter").stream()
              // Behind a colon stands the version.
              .filter(it -> name(it, templates).equals(key.split(":", 2)[0]))
              .findFirst()
              .flatMap(it -> templates.property(it, "Value"))
              .map(JsonNode::asText);
      case "secretsmanager" -> secret(key, templates);
      default -> Optional.empty();
    };
  }

  // ARN-OR-NAME:SecretString:FIELD:STAGE:VERSION, where an ARN has colons itself
  private Optional<String> secret(String key, Templates templates) {
    for (Resource resource : templates.resources("AWS::SecretsManager::Secret")) {
      String arn = arn(resource, templates).map(JsonNode::asText).orElse("");
      String name = name(resource, templates);
      String id = key.startsWith(arn) ? arn : name;
      if (key.equals(id) || key.startsWith(id + ":")) {
        String[] parts = key.substring(id.length()).split(":", -1);
        return secrets.value(
            name, templates.properties(resource), parts.length > 2 ? parts[2] : "");
      }
    }
    return Optional.empty();
  }

  private String queueUrl(String name, Place place) {
    return addresses.sqs() + "/" + place.account() + "/" + name;
  }

  private Optional<JsonNode> arn(Resource resource, Templates templates) {
    String name = name(resource, templates);
    Place place = templates.place();
    return switch (resource.type()) {
      case "AWS::Kinesis::Stream" -> text(place.arn("kinesis", "stream/" + name));
      case "AWS::S3::Bucket" -> text("arn:aws:s3:::" + name);
      case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" ->
          text(place.arn("dynamodb", "table/" + name));
      case "AWS::SQS::Queue" -> text(place.arn("sqs", name));
      case "AWS::SNS::Topic" -> text(place.arn("sns", name));
      case "AWS::Lambda::Function" -> text(place.arn("lambda", "function:" + name));
      case "AWS::Lambda::LayerVersion" -> text(place.arn("lambda", "layer:" + name + ":1"));
      case "AWS::Lambda::Alias" -> ofFunction(resource, ":" + name, templates);
      case "AWS::Lambda::Version" -> ofFunction(resource, ":1", templates);
      case "AWS::Lambda::Url" -> functionOfUrl(resource, templates);
      case "AWS::IAM::Role" -> text("arn:aws:iam::" + place.account() + ":role/" + name);
      case "AWS::IAM::ManagedPolicy" -> text("arn:aws:iam::" + place.account() + ":policy/" + name);
      case "AWS::Logs::LogGroup" -> text(place.arn("logs", "log-group:" + name + ":*"));
      case "AWS::Scheduler::Schedule" -> text(place.arn("scheduler", "schedule/default/" + name));
      case "AWS::Scheduler::ScheduleGroup" ->
          text(place.arn("scheduler", "schedule-group/" + name));
      case "AWS::Events::Rule" -> text(place.arn("events", "rule/" + name));
      case "AWS::SecretsManager::Secret" -> text(place.arn("secretsmanager", "secret:" + name));
      default -> {
        String[] parts = resource.type().split("::", -1);
        yield parts.length == 3 && parts[0].equals("AWS")
            ? text(
                place.arn(
                    parts[1].toLowerCase(Locale.ROOT),
                    parts[2].toLowerCase(Locale.ROOT) + "/" + name))
            : Optional.empty();
      }
    };
  }

  private Optional<JsonNode> ofFunction(Resource resource, String suffix, Templates templates) {
    return templates
        .property(resource, "FunctionName")
        .map(JsonNode::asText)
        .map(
            function ->
                function.startsWith("arn:")
                    ? function
                    : templates.place().arn("lambda", "function:" + function))
        .map(function -> TextNode.valueOf(function + suffix));
  }

  private static Optional<JsonNode> functionOfUrl(Resource resource, Templates templates) {
    return templates
        .property(resource, "TargetFunctionArn")
        .map(JsonNode::asText)
        .map(
            function ->
                TextNode.valueOf(
                    function.startsWith("arn:")
                        ? function
                        : templates.place().arn("lambda", "function:" + function)));
  }

  private static Optional<JsonNode> text(String value) {
    return Optional.of(TextNode.valueOf(value));
  }
}
