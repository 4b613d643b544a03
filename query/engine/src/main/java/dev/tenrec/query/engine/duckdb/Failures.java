package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.QueryFailedException;
import dev.tenrec.query.engine.QueryFailedException.Code;
import java.sql.SQLException;

/** Tells failures of a query, which its author can cure, from failures of ours. */
final class Failures {
  private Failures() {}

  /** Whether DuckDB does not say what failed, as of a stream that fails before its first row. */
  static boolean isLost(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("Invalid result set");
  }

  /** The rows are more than this process can hold. */
  static QueryFailedException tooLarge(EngineSettings settings, Throwable cause) {
    return new QueryFailedException(
        Code.MEMORY,
        "The rows of the query need more than %d MB: select fewer columns, or ask for fewer rows"
            .formatted(settings.answerBytes() >> 20),
        cause);
  }

  static RuntimeException of(
      SQLException failure, String sql, boolean timedOut, EngineSettings settings) {
    String message = String.valueOf(failure.getMessage());
    if (timedOut) {
      return new QueryFailedException(
          Code.TIMEOUT,
          "The query ran longer than %d seconds and was stopped: ask for less time or fewer rows, or add conditions"
              .formatted(settings.timeout().toSeconds()),
          failure);
    }
    if (message.contains("Out of Memory")) {
      return new QueryFailedException(
          Code.MEMORY,
          "The query needs more than %d MB of memory: ask for less time, or group by fewer values"
              .formatted(settings.memoryBytes() >> 20),
          failure);
    }
    if (message.startsWith("Binder Error") && message.contains("not found in FROM clause")) {
      return new MissingColumnException(failure);
    }
    for (String kind :
        new String[] {
          "Conversion Error", "Out of Range Error", "Invalid Input Error", "Constraint Error"
        }) {
      if (message.startsWith(kind)) {
        return new QueryFailedException(Code.VALUE, firstLine(message), failure);
      }
    }
    return new IllegalStateException("DuckDB refused " + sql, failure);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replaceFirst("^[A-Za-z ]+ Error: ", "");
  }
}
