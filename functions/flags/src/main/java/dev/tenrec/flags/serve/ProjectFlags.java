package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.groups.GroupStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled flags of each project. A change is seen within a second: one small read at most once
 * a second proves the copy fresh, and only a change compiles again.
 */
final class ProjectFlags {
  private static final String KIND = "feature_flag";
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final Definitions definitions;
  private final GroupStore groups;
  private final InstantSource clock;
  private final Map<Long, Copy> copies = new ConcurrentHashMap<>();

  ProjectFlags(Definitions definitions, GroupStore groups, InstantSource clock) {
    this.definitions = definitions;
    this.groups = groups;
    this.clock = clock;
  }

  /** The project's flags as of a second ago or later. */
  Compiled of(long project) {
    return copies
        .compute(project, (_, copy) -> isFresh(copy) ? copy : refresh(project, copy))
        .compiled();
  }

  private boolean isFresh(Copy copy) {
    return copy != null && clock.instant().isBefore(copy.trustedUntil());
  }

  private Copy refresh(long project, Copy old) {
    Instant trustedUntil = clock.instant().plus(TRUSTED);
    // Both versions are read before what they count: a change in between is then seen next time.
    long version = definitions.version(project, KIND);
    List<String> types = groups.types(project).names();
    return old != null && old.version() == version && old.compiled().hasGroupTypes(types)
        ? new Copy(version, trustedUntil, old.compiled())
        : new Copy(version, trustedUntil, compile(project, version, types));
  }

  private Compiled compile(long project, long version, List<String> types) {
    Map<Integer, String> byIndex = new HashMap<>();
    for (int index = 0; index < types.size(); index++) {
      byIndex.put(index, types.get(index));
    }
    List<ObjectNode> flags =
        definitions.list(project, KIND).stream().map(ProjectFlags::definition).toList();
    return new Compiled(version, FlagPlan.compile(flags, byIndex), flags, byIndex);
  }

  private static ObjectNode definition(Definition flag) {
    return flag.body().deepCopy().put("id", flag.id()).put("version", flag.version());
  }

  /**
   * A project's flags.
   *
   * @param version counts changes of the definitions
   * @param plan what evaluates
   * @param definitions every flag, inactive ones too, as SDKs read them
   * @param groupTypes group type index to name
   */
  record Compiled(
      long version, FlagPlan plan, List<ObjectNode> definitions, Map<Integer, String> groupTypes) {
    boolean hasGroupTypes(List<String> types) {
      return List.copyOf(groupTypes.values()).equals(types);
    }
  }

  private record Copy(long version, Instant trustedUntil, Compiled compiled) {}
}
