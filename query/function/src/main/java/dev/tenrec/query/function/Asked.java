package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.JsonBody;
import java.util.Locale;

/**
 * A request to run a query.
 *
 * @param query the query node, with what the request changes of it
 * @param id what the query is called when the client asks after it
 * @param csv whether the rows are wanted as CSV
 */
record Asked(ObjectNode query, Refresh refresh, String id, boolean csv) {
  static Asked of(HttpRequest request) {
    JsonBody body = JsonBody.of(request);
    ObjectNode query =
        body.optionalObject("query")
            .orElseThrow(
                () -> ApiException.invalid("query", "required", "This field is required."));
    return new Asked(
        Overrides.apply(query, body.node()),
        Refresh.of(body.node()),
        Statuses.id(body),
        request
            .header("accept")
            .map(accepted -> accepted.toLowerCase(Locale.ROOT).startsWith("text/csv"))
            .orElse(false));
  }

  /** A file is given all rows, a page only some. */
  Limits limits() {
    return csv ? Limits.EXPORT : Limits.QUERY;
  }
}
