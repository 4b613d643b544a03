package dev.tenrec.demo.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The shop's traffic from some days ago until now.
 *
 * <p>Guarantees: the same seed, days, visitors and flags make the same events; a later {@code now}
 * adds events and changes none, on the next day too; events of a visitor are in order of time, and
 * all in one lane.
 *
 * @param seed another seed is another crowd
 * @param days how many UTC days, today included
 * @param visitors about how many people come in that time
 * @param now the end
 */
public record Traffic(long seed, int days, int visitors, Instant now) {
  // People who come for the first time before the first day, and again in it.
  private static final int RETURNING_DAYS = 7;

  public Traffic {
    if (days < 1 || days > 365) {
      throw new IllegalArgumentException("days is " + days + ": it must be 1 to 365");
    }
    if (visitors < 1 || visitors > 1_000_000) {
      throw new IllegalArgumentException("visitors is " + visitors + ": it must be 1 to 1,000,000");
    }
  }

  /** The first moment. */
  public Instant start() {
    return today().minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * The visits of a share of the visitors, in order of their beginning.
   *
   * @param number which share, from 0
   * @param lanes how many shares there are
   * @param flags what the visitors' browsers ask
   */
  public Iterator<Visit> lane(int number, int lanes, FlagSource flags) {
    return new Lane(number, lanes, flags);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private int bornOn(LocalDate date) {
    Chance chance = Chance.of(seed, date.toEpochDay());
    double expected = Rhythm.busyness(date) * visitors / (days + RETURNING_DAYS);
    int whole = (int) expected;
    return whole + (chance.happens(expected - whole) ? 1 : 0);
  }

  private final class Lane implements Iterator<Visit> {
    private final PriorityQueue<Waiting> waiting =
        new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparingInt(Waiting::number));
    private Visit next;

    Lane(int number, int lanes, FlagSource flags) {
      LocalDate first = today().minusDays(days + (long) Visitor.DAYS_OF_INTEREST);
      int visitor = 0;
      // East of Greenwich tomorrow has begun already.
      LocalDate last = today().plusDays(1);
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        int born = bornOn(date);
        for (int index = 0; index < born; index++) {
          if (Math.floorMod(date.toEpochDay() + index, lanes) == number) {
            put(new Visitor(seed, date, index, flags), visitor++);
          }
        }
      }
      advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Visit next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Visit visit = next;
      advance();
      return visit;
    }

    private void advance() {
      next = null;
      while (next == null && !waiting.isEmpty()) {
        Waiting first = waiting.poll();
        Visit visit = first.visitor().visit();
        put(first.visitor(), first.number());
        List<DemoEvent> inTime = new ArrayList<>(visit.events());
        inTime.removeIf(
            event -> event.timestamp().isBefore(start()) || event.timestamp().isAfter(now));
        if (!inTime.isEmpty()) {
          next = new Visit(visit.visitor(), visit.start(), inTime);
        }
      }
    }

    private void put(Visitor visitor, int number) {
      visitor
          .next()
          .filter(at -> !at.isAfter(now))
          .ifPresent(at -> waiting.add(new Waiting(at, number, visitor)));
    }
  }

  private record Waiting(Instant at, int number, Visitor visitor) {}
}
