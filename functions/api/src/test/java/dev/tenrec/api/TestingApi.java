package dev.tenrec.api;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.testing.TestingBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The API as it is deployed, over tables of its own. */
public final class TestingApi {
  /** The first to come. */
  public static final String ADA =
      "{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"password\":\"long enough\"}";

  private final ApiHandler handler;

  /**
   * @param settings environment variables besides those of the tables
   */
  public TestingApi(Map<String, String> settings) {
    DynamoDbEmulator engine = DynamoDbEmulator.shared();
    Map<String, String> environment = new HashMap<>();
    environment.put("PROJECTS_TABLE", engine.freshTable("projects"));
    environment.put("DEFINITIONS_TABLE", engine.freshTable("definitions"));
    environment.put("PERSONS_TABLE", engine.freshTable("persons"));
    environment.putAll(settings);
    handler = new ApiHandler(engine.client(), environment);
  }

  /** A browser in which nobody has signed in yet. */
  public TestingBrowser browser() {
    return new TestingBrowser(handler).withHeader("X-Tenrec-Request", "1");
  }

  /** The browser of Ada, who owns the deployment. */
  public TestingBrowser owner() {
    TestingBrowser browser = browser();
    try {
      TestingBrowser.Answer owner = browser.send("POST", "/api/setup", ADA);
      if (owner.status() != 201) {
        throw new AssertionError(owner.status() + " " + owner.text());
      }
      return browser;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
