package dev.tenrec.api.workflows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.resource.DefinitionKind;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.WorkflowCompiler;
import dev.tenrec.workflow.WorkflowException;
import java.util.List;

/**
 * Workflows as people define them. A workflow is checked by compiling it before it is stored, so
 * what is stored can be run. When one is deleted its runs are cancelled as they wake.
 */
record WorkflowKind() implements DefinitionKind {
  private static final List<String> FIELDS =
      List.of("name", "description", "status", "trigger", "actions", "edges");

  @Override
  public String name() {
    return Workflow.KIND;
  }

  @Override
  public String path() {
    return "workflows";
  }

  @Override
  public String scope() {
    return "hog_flow";
  }

  @Override
  public ObjectNode begun(JsonBody sent) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("name", "").put("description", "").put("status", "draft");
  }

  @Override
  public void merge(long project, long id, ObjectNode body, JsonBody sent) {
    sent.optionalText("name");
    sent.optionalText("description");
    sent.optionalText("status");
    sent.optionalObject("trigger");
    sent.items("actions");
    sent.items("edges");
    sent.copy(FIELDS, body);
    compile(body);
  }

  /**
   * The workflow as it can be run.
   *
   * @throws ApiException 400 naming the field that stands in the way
   */
  static Workflow compile(ObjectNode body) {
    try {
      return WorkflowCompiler.compile(body);
    } catch (WorkflowException refused) {
      throw ApiException.invalid(refused.attribute(), "invalid", refused.getMessage());
    }
  }
}
