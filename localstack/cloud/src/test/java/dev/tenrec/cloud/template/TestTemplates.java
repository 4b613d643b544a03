package dev.tenrec.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.testing.FixedAttributes;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTemplates {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref":"Table"}                                                | "ref:Table"
          {"Ref":"AWS::Region"}                                          | "us-east-1"
          {"Ref":"AWS::AccountId"}                                       | "000000000000"
          {"Ref":"AWS::Partition"}                                       | "aws"
          {"Ref":"AWS::StackName"}                                       | "Main"
          {"Ref":"Size"}                                                 | "small"
          {"Ref":"Zones"}                                                | ["a","b"]
          {"Fn::GetAtt":["Table","Arn"]}                                 | "Arn:Table"
          {"Fn::GetAtt":"Table.Arn"}                                     | "Arn:Table"
          {"Fn::Join":["-",["a",{"Ref":"AWS::Region"},1]]}               | "a-us-east-1-1"
          {"Fn::Join":[",",{"Ref":"Zones"}]}                             | "a,b"
          {"Fn::Select":[1,["a","b"]]}                                   | "b"
          {"Fn::Select":["0",{"Fn::Split":["/","x/y"]}]}                 | "x"
          {"Fn::Split":[".","a.b."]}                                     | ["a","b",""]
          {"Fn::Sub":"${Table}/${Table.Arn}/${!Raw}/${AWS::Region}"}     | "ref:Table/Arn:Table/${Raw}/us-east-1"
          {"Fn::Sub":["${a}-${Table}",{"a":{"Ref":"Size"}}]}             | "small-ref:Table"
          {"Fn::If":["IsSmall","yes","no"]}                              | "yes"
          {"Fn::If":["IsLarge","yes","no"]}                              | "no"
          {"Fn::If":["Both","yes","no"]}                                 | "no"
          {"Fn::If":["Either","yes","no"]}                               | "yes"
          {"Fn::FindInMap":["Sizes",{"Ref":"Size"},"memory"]}            | 128
          {"Fn::FindInMap":["Sizes","huge","memory",{"DefaultValue":9}]} | 9
          {"Fn::Base64":"hello"}                                         | "aGVsbG8="
          {"Fn::Length":{"Ref":"Zones"}}                                 | 2
          {"Fn::ToJsonString":{"a":{"Ref":"Size"}}}                      | "{\\"a\\":\\"small\\"}"
          "{{resolve:ssm:/known/name}}"                                  | "value of /known/name"
          {"Fn::Join":["",["{{resolve:ssm:/known",":2}}"]]}              | "value of /known:2"
          {"a":{"Ref":"AWS::NoValue"},"b":[{"Ref":"AWS::NoValue"},1]}    | {"b":[1]}
          """)
  void resolves(String written, String expected) throws IOException {
    assertThat(resolve(written)).isEqualTo(JSON.readTree(expected.replace("\\\\\"", "\\\"")));
    assertThat(progress.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref":"Nobody"}                              | Ref Nobody
          {"Ref":"Required"}                            | --parameter Required=VALUE
          {"Fn::GetAtt":["Table","Unknown"]}            | Fn::GetAtt Table.Unknown (AWS::DynamoDB::Table)
          {"Fn::Join":["",["a",{"Ref":"Nobody"}]]}      | Ref Nobody
          {"Fn::Sub":"a${Nobody}"}                      | Ref Nobody
          {"Fn::Select":[5,["a"]]}                      | Fn::Select 5
          {"Fn::ImportValue":"nothing"}                 | no stack here exports nothing
          {"Fn::Cidr":["10.0.0.0/16",1,8]}              | Fn::Cidr is not supported
          {"Fn::FindInMap":["Sizes","huge","memory"]}   | Sizes/huge/memory
          "{{resolve:ssm:/other}}"                      | {{resolve:ssm:/other}}
          {"Fn::GetAtt":["Circle","Named"]}             | refers to itself
          """)
  void whatIsNotKnownIsLeftOutAndNamedWithItsPlace(String written, String named)
      throws IOException {
    JsonNode properties = properties("{\"Wanted\":" + written + ",\"Other\":1}");

    assertThat(properties).isEqualTo(JSON.readTree("{\"Other\":1}"));
    assertThat(progress.notices()).anyMatch(line -> line.contains(named));
    assertThat(progress.notices()).allMatch(line -> line.startsWith("Main/"));
  }

  @Test
  void aResourceWhoseConditionIsFalseDoesNotExist() {
    Templates templates =
        templates(
            """
            {"Conditions":{"Never":{"Fn::Equals":["a","b"]}},
             "Resources":{"A":{"Type":"T"},"B":{"Type":"T","Condition":"Never"}}}
            """);

    assertThat(templates.resources("T")).extracting(Resource::logicalId).containsExactly("A");
  }

  @Test
  void aParameterGivenForAStackWinsOverOneGivenForAll() {
    String template =
        """
        {"Parameters":{"Size":{"Type":"String","Default":"small"}},
         "Resources":{"A":{"Type":"T","Properties":{"Size":{"Ref":"Size"}}}}}
        """;
    Path assembly =
        new TestingAssembly(directory).stack("One", template).stack("Two", template).write();
    Templates templates =
        new Templates(
            Assembly.read(assembly),
            Map.of("Size", "large", "Two:Size", "huge"),
            Place.LOCAL,
            new FixedAttributes(),
            progress);

    assertThat(templates.resources("T"))
        .extracting(resource -> templates.property(resource, "Size").orElseThrow().asText())
        .containsExactly("large", "huge");
  }

  @Test
  void aParameterThatNoStackHasIsNamed() {
    Path assembly = new TestingAssembly(directory).stack("Main", "{}").write();
    new Templates(
        Assembly.read(assembly),
        Map.of("Size", "large"),
        Place.LOCAL,
        new FixedAttributes(),
        progress);

    assertThat(progress.notices()).containsExactly("parameter Size is in no stack; left out");
  }

  @Test
  void oneStackUsesWhatAnotherExportsOrPutsOut() {
    Path assembly =
        new TestingAssembly(directory)
            .stack(
                "Compute",
                """
                {"Resources":{"F":{"Type":"T","Properties":{
                  "Imported":{"Fn::ImportValue":"State:ExportsOutputRefTable"},
                  "Weak":{"Fn::GetStackOutput":{"StackName":"State","OutputName":"Arn","Region":"x"}},
                  "Gone":{"Fn::GetStackOutput":{"StackName":"State","OutputName":"Nothing"}}}}}}
                """,
                "State")
            .stack(
                "State",
                """
                {"Resources":{"Table":{"Type":"AWS::DynamoDB::Table"}},
                 "Outputs":{
                  "Ref":{"Value":{"Ref":"Table"},
                         "Export":{"Name":{"Fn::Sub":"${AWS::StackName}:ExportsOutputRefTable"}}},
                  "Arn":{"Value":{"Fn::GetAtt":["Table","Arn"]}}}}
                """)
            .write();
    Templates templates =
        new Templates(
            Assembly.read(assembly), Map.of(), Place.LOCAL, new FixedAttributes(), progress);

    JsonNode properties = templates.properties(templates.resources("T").getFirst());

    assertThat(properties.path("Imported").asText()).isEqualTo("ref:Table");
    assertThat(properties.path("Weak").asText()).isEqualTo("Arn:Table");
    assertThat(properties.has("Gone")).isFalse();
    assertThat(progress.notices()).singleElement().asString().contains("has no output Nothing");
    assertThat(templates.outputs("State")).containsEntry("Arn", "Arn:Table");
  }

  private JsonNode resolve(String written) {
    return properties("{\"Wanted\":" + written + "}").path("Wanted");
  }

  private JsonNode properties(String written) {
    Templates templates =
        templates(
            """
            {"Parameters":{
               "Size":{"Type":"String","Default":"small"},
               "Required":{"Type":"String"},
               "Zones":{"Type":"CommaDelimitedList","Default":"a, b"}},
             "Mappings":{"Sizes":{"small":{"memory":128}}},
             "Conditions":{
               "IsSmall":{"Fn::Equals":[{"Ref":"Size"},"small"]},
               "IsLarge":{"Fn::Not":[{"Condition":"IsSmall"}]},
               "Both":{"Fn::And":[{"Condition":"IsSmall"},{"Condition":"IsLarge"}]},
               "Either":{"Fn::Or":[{"Condition":"IsLarge"},{"Condition":"IsSmall"}]}},
             "Resources":{
               "Table":{"Type":"AWS::DynamoDB::Table"},
               "Circle":{"Type":"C","Properties":{"Name":{"Fn::GetAtt":["Circle","Named"]}}},
               "Subject":{"Type":"Subject","Properties":%s}}}
            """
                .formatted(written));
    return templates.properties(templates.resources("Subject").getFirst());
  }

  private Templates templates(String template) {
    Path assembly = new TestingAssembly(directory).stack("Main", template).write();
    return new Templates(
        Assembly.read(assembly), Map.of(), Place.LOCAL, new FixedAttributes(), progress);
  }
}
