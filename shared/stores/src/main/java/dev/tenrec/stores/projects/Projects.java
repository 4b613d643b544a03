package dev.tenrec.stores.projects;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The projects of this deployment, read and changed. Every change is seen by directories soon. */
public final class Projects {
  static final String PARTITION = "projects";
  static final Item.Key COUNTER = new Item.Key(PARTITION, "counter");
  static final Item.Key VERSION = new Item.Key(PARTITION, "version");
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final InstantSource clock;
  private final Supplier<String> tokens;

  /**
   * @param tokens makes a new public token at each call, beginning with {@code phc_}
   */
  public Projects(Table table, InstantSource clock, Supplier<String> tokens) {
    this.table = table;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** All projects by id. */
  public List<Project> list() {
    return table.list(PARTITION, "project#").stream().map(Project::from).toList();
  }

  /** The project of that id. */
  public Optional<Project> find(long id) {
    return table.get(PARTITION, Project.sortKey(id)).map(Project::from);
  }

  /** Makes a project with a token of its own. */
  public Project create(ProjectSettings settings) {
    return insert(table.add(COUNTER, "last", 1), settings);
  }

  /** Project 1, made at the first call. */
  public Project createFirst(ProjectSettings settings) {
    Optional<Project> existing = find(1);
    if (existing.isPresent()) {
      return existing.get();
    }
    try {
      table.put(new Item(COUNTER, Map.of()).with("last", 1), Condition.absent());
      return insert(1, settings);
    } catch (LostConditionException someoneElseMadeIt) {
      return find(1).orElseGet(() -> insert(1, settings));
    }
  }

  /**
   * Changes a project's settings; the change is made again on what somebody else wrote meanwhile.
   *
   * @return the project as stored, empty when there is none of that id
   */
  public Optional<Project> update(long id, UnaryOperator<ProjectSettings> change) {
    return rewrite(id, project -> project.with(change.apply(project.settings())));
  }

  /** Gives the project a new token; the old one stops working within a second. */
  public Optional<Project> resetToken(long id) {
    return rewrite(id, project -> project.withToken(tokens.get()));
  }

  /** Forgets the project. Its events stay in the lake. */
  public void delete(long id) {
    write(new Write.Delete(new Item.Key(PARTITION, Project.sortKey(id)), Condition.none()));
  }

  private Optional<Project> rewrite(long id, UnaryOperator<Project> change) {
    for (int attempt = 1; ; attempt++) {
      Optional<Project> found = find(id);
      if (found.isEmpty()) {
        return found;
      }
      Project before = found.get();
      Project after = change.apply(before).withVersion(before.version() + 1);
      try {
        write(new Write.Put(after.item(), Condition.version(before.version())));
        return Optional.of(after);
      } catch (LostConditionException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private Project insert(long id, ProjectSettings settings) {
    Project project = new Project(id, tokens.get(), clock.instant(), 1, settings);
    write(new Write.Put(project.item(), Condition.absent()));
    return project;
  }

  private void write(Write change) {
    table.transact(List.of(change, new Write.Add(VERSION, "version", 1)));
  }
}
