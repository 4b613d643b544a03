package dev.tenrec.ingest.groups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.GroupVersion;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.groups.Group;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.stores.groups.GroupStore;
import dev.tenrec.stores.groups.GroupTypes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works batches of events into groups. When {@link #process} returns, everything is written; when
 * it fails, doing the batch again ends the same.
 */
public final class GroupProcessor {
  private static final int ATTEMPTS = 10;

  private final GroupStore store;
  private final GroupTypeDirectory types;
  private final InstantSource clock;

  public GroupProcessor(GroupStore store, InstantSource clock) {
    this.store = store;
    this.types = new GroupTypeDirectory(store);
    this.clock = clock;
  }

  /**
   * Works the events in.
   *
   * @throws StoreUnavailableException when groups cannot be read or written now
   */
  public GroupResults process(List<PreparedEvent> events) {
    List<Mention> mentions = events.stream().map(Mention::of).toList();
    if (mentions.stream().allMatch(Mention::isEmpty)) {
      return new GroupResults(
          mentions.stream().map(mention -> new GroupOutcome(Map.of(), mention.warnings())).toList(),
          List.of());
    }
    Map<Long, GroupTypes> byProject = typesOf(mentions);
    Map<GroupKey, List<Mention>> identified = identified(mentions, byProject);
    List<Group> groups = identified.isEmpty() ? List.of() : change(identified);
    return new GroupResults(
        mentions.stream().map(mention -> mention.outcome(byProject)).toList(),
        news(groups, byProject));
  }

  private Map<Long, GroupTypes> typesOf(List<Mention> mentions) {
    Map<Long, Set<String>> names = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      Set<String> ofProject =
          names.computeIfAbsent(mention.event().project(), _ -> new LinkedHashSet<>());
      ofProject.addAll(mention.groups().keySet());
      mention.identified().ifPresent(group -> ofProject.add(group.type()));
    }
    Map<Long, GroupTypes> byProject = new HashMap<>();
    names.forEach((project, wanted) -> byProject.put(project, types.with(project, wanted)));
    return byProject;
  }

  private static Map<GroupKey, List<Mention>> identified(
      List<Mention> mentions, Map<Long, GroupTypes> types) {
    Map<GroupKey, List<Mention>> identified = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      mention
          .key(types)
          .ifPresent(key -> identified.computeIfAbsent(key, _ -> new ArrayList<>()).add(mention));
    }
    return identified;
  }

  private List<Group> change(Map<GroupKey, List<Mention>> identified) {
    Map<GroupKey, Group> done = new LinkedHashMap<>();
    Set<GroupKey> open = new LinkedHashSet<>(identified.keySet());
    for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
      Map<GroupKey, Group> before = store.read(open);
      List<Group> writes = new ArrayList<>();
      for (GroupKey key : open) {
        Group group = after(key, Optional.ofNullable(before.get(key)), identified.get(key));
        done.put(key, group);
        if (!group.equals(before.get(key))) {
          writes.add(group);
        }
      }
      open.clear();
      List<Outcome> outcomes = writes.isEmpty() ? List.of() : store.write(writes);
      for (int index = 0; index < writes.size(); index++) {
        switch (outcomes.get(index)) {
          case WRITTEN -> {}
          case LOST -> open.add(writes.get(index).key());
          case REFUSED -> refuse(writes.get(index).key(), done, identified);
        }
      }
    }
    if (!open.isEmpty()) {
      throw new StoreUnavailableException(
          "Somebody else wrote the same groups %d times in between; try again later"
              .formatted(ATTEMPTS));
    }
    return List.copyOf(done.values());
  }

  private Group after(GroupKey key, Optional<Group> before, List<Mention> mentions) {
    Instant now = clock.instant();
    ObjectNode properties = before.map(Group::properties).orElseGet(GroupProcessor::noProperties);
    for (Mention mention : mentions) {
      properties = mention.applied(properties);
    }
    if (before.isPresent() && before.get().properties().equals(properties)) {
      return before.get();
    }
    return new Group(
        key,
        before.map(Group::version).orElse(0L) + 1,
        properties,
        before
            .map(Group::createdAt)
            .orElseGet(() -> mentions.getFirst().event().source().timestamp()),
        now);
  }

  private static void refuse(
      GroupKey key, Map<GroupKey, Group> done, Map<GroupKey, List<Mention>> identified) {
    done.remove(key);
    identified
        .get(key)
        .forEach(
            mention ->
                mention
                    .warnings()
                    .add(
                        new Warning(
                            "group_not_writable",
                            "The table refuses the group '" + key.key() + "' as it would be now")));
  }

  private static List<ProcessedGroups> news(List<Group> groups, Map<Long, GroupTypes> types) {
    return groups.stream()
        .collect(groupingBy(group -> group.key().project(), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            ofProject ->
                new ProcessedGroups(
                    ofProject.getKey(),
                    ofProject.getValue().stream()
                        .map(group -> version(group, types.get(ofProject.getKey())))
                        .toList()))
        .toList();
  }

  private static GroupVersion version(Group group, GroupTypes types) {
    return new GroupVersion(
        group.key().typeIndex(),
        types.names().get(group.key().typeIndex()),
        group.key().key(),
        group.version(),
        group.properties(),
        group.createdAt(),
        group.updatedAt());
  }

  private static ObjectNode noProperties() {
    return JsonNodeFactory.instance.objectNode();
  }
}
