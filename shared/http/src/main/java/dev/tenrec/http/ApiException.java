package dev.tenrec.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something the client did wrong or may not do. It becomes PostHog's error envelope {@code {type,
 * code, detail, attr}} with its status.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;
  private final String code;
  private final transient Optional<String> attribute;

  private ApiException(
      int status, String type, String code, String detail, Optional<String> attribute) {
    super(requireNonNull(detail, "detail is null"));
    this.status = status;
    this.type = type;
    this.code = code;
    this.attribute = attribute;
  }

  /** 400: the body or a parameter is wrong; {@code attribute} names the field. */
  public static ApiException invalid(String attribute, String code, String detail) {
    return new ApiException(400, "validation_error", code, detail, Optional.of(attribute));
  }

  /** 400: the request as a whole cannot be understood. */
  public static ApiException malformed(String detail) {
    return new ApiException(400, "invalid_request", "parse_error", detail, Optional.empty());
  }

  /** 401: who is calling is unknown. */
  public static ApiException notAuthenticated(String detail) {
    return new ApiException(
        401, "authentication_error", "not_authenticated", detail, Optional.empty());
  }

  /** 401: the caller's key is nobody's. */
  public static ApiException authenticationFailed(String detail) {
    return new ApiException(
        401, "authentication_error", "authentication_failed", detail, Optional.empty());
  }

  /** 403: the caller is known and may not do this. */
  public static ApiException permissionDenied(String detail) {
    return new ApiException(
        403, "authentication_error", "permission_denied", detail, Optional.empty());
  }

  /** 404: there is no such thing, or the caller may not know of it. */
  public static ApiException notFound(String detail) {
    return new ApiException(404, "invalid_request", "not_found", detail, Optional.empty());
  }

  /** 405: the path exists, the method does not. */
  public static ApiException methodNotAllowed(String method) {
    return new ApiException(
        405,
        "invalid_request",
        "method_not_allowed",
        "Method \"" + method + "\" not allowed.",
        Optional.empty());
  }

  /** 409: somebody else changed it first. */
  public static ApiException conflict(String detail) {
    return new ApiException(409, "invalid_request", "conflict", detail, Optional.empty());
  }

  /** 413: the request is larger than the path takes. */
  public static ApiException tooLarge(String detail) {
    return new ApiException(413, "invalid_request", "payload_too_large", detail, Optional.empty());
  }

  /** 503: not now; the same request may succeed later. */
  public static ApiException unavailable(String detail) {
    return new ApiException(503, "server_error", "service_unavailable", detail, Optional.empty());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The error envelope. */
  public ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", type).put("code", code).put("detail", getMessage());
    attribute.ifPresentOrElse(name -> body.put("attr", name), () -> body.putNull("attr"));
    return body;
  }
}
