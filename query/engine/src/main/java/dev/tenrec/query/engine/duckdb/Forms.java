package dev.tenrec.query.engine.duckdb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How DuckDB says the primitive functions, one a line: the name, with a number of arguments where
 * that matters, and its SQL. Each form stands for itself, whatever is around it.
 */
final class Forms {
  private static final Map<String, Template> ALL = new HashMap<>();

  static {
    add(TextForms.FORMS);
    add(NumberForms.FORMS);
    add(ArrayForms.FORMS);
    add(DateForms.FORMS);
    add(UrlForms.FORMS);
  }

  private Forms() {}

  private static void add(String forms) {
    forms
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int equals = line.indexOf(" = ");
              Template form = new Template(line.substring(equals + 3).strip());
              if (ALL.put(line.substring(0, equals).strip(), form) != null) {
                throw new IllegalStateException("Two forms: " + line);
              }
            });
  }

  static String print(String function, List<String> arguments) {
    Template form = ALL.get(function + "/" + arguments.size());
    if (form == null) {
      form = ALL.get(function);
    }
    if (form == null) {
      throw new IllegalStateException(
          "DuckDB has no form of %s with %d arguments".formatted(function, arguments.size()));
    }
    return form.fill(arguments);
  }

  static Set<String> names() {
    return ALL.keySet();
  }
}
