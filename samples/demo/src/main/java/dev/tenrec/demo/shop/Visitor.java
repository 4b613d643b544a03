package dev.tenrec.demo.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who visits the shop, once or again and again for four weeks. Visits are computed one
 * after the other, each on what those before it left behind.
 */
final class Visitor {
  /** How long after the first visit somebody still comes back. */
  static final int DAYS_OF_INTEREST = 28;

  private final Chance chance;
  private final String name;
  private final LocalDate born;
  private final Place place;
  private final Account account;
  private final Browser main;
  private final Optional<Browser> second;
  private final double eagerness;
  private final double loyalty;
  private final FlagSource flags;
  private boolean hasAccount;
  private int visits;
  private LocalDate date;
  private Optional<Instant> next;

  Visitor(long seed, LocalDate born, int number, FlagSource flags) {
    this.chance = Chance.of(seed, born.toEpochDay(), number);
    this.name = born + "/" + number;
    this.born = born;
    this.date = born;
    this.place = chance.pick(Place.ALL);
    Instant first = Rhythm.moment(born, place.zone(), chance);
    this.next = Optional.of(first);
    this.main = new Browser(Device.any(chance), chance.id(first));
    this.second =
        chance.happens(0.14)
            ? Optional.of(new Browser(other(main.device()), chance.id(first)))
            : Optional.empty();
    this.account = Account.of(chance, born.toEpochDay() * 10_000 + number);
    this.eagerness = Math.min(2.2, chance.around(0.86));
    this.loyalty = Math.min(0.85, chance.around(0.3));
    this.flags = flags;
  }

  private Device other(Device device) {
    return chance.pick(device.isDesktop() ? Device.PHONES : Device.DESKTOPS);
  }

  /** When the next visit is; empty when there is none. */
  Optional<Instant> next() {
    return next;
  }

  /** The next visit, which is over then. */
  Visit visit() {
    Instant start = next.orElseThrow();
    Browser browser =
        second.isPresent() && visits > 0 && chance.happens(0.45) ? second.get() : main;
    if (visits > 0 && chance.happens(0.06)) {
      browser.forget(chance, start);
    }
    Source source = chance.pick(visits == 0 ? Source.FIRST : Source.AGAIN);
    Session session = new Session(chance, place, browser, source, flags, start);
    double readiness = eagerness * (visits > 0 ? 1.25 : 0.9);
    Shopping shopping = new Shopping(session, account, hasAccount, readiness);
    shopping.run();
    hasAccount = shopping.hasAccount();
    visits++;
    planNext();
    return new Visit(name, start, List.copyOf(session.events()));
  }

  private void planNext() {
    LocalDate again = Rhythm.comesBack(date, chance);
    Instant moment = Rhythm.moment(again, place.zone(), chance);
    boolean comes = chance.happens(hasAccount ? Math.min(0.9, loyalty + 0.38) : loyalty);
    boolean interested = !again.isAfter(born.plusDays(DAYS_OF_INTEREST));
    date = again;
    next = comes && interested ? Optional.of(moment) : Optional.empty();
  }
}
