package org.dovetail.assembly.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.dovetail.data.Parted;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Prepared;
import org.dovetail.task.Reads;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.junit.jupiter.api.Test;

class GuardTest {

    /** A value of a domain that nobody here knows: dishes of a meal. */
    public record Meal(Map<String, Long> dishes) implements Parted {

        @Override
        public Map<String, Long> parts() {
            Map<String, Long> parts = new HashMap<>();
            dishes.forEach((dish, amount) -> parts.put("dish " + dish, amount));
            return parts;
        }

        @Override
        public Meal disturbed(Set<String> names) {
            Map<String, Long> others = new HashMap<>(dishes);
            others.replaceAll(
                    (dish, amount) -> names.contains("dish " + dish) ? amount + 1 : amount);
            return new Meal(others);
        }

        Meal with(String dish, long amount) {
            Map<String, Long> more = new TreeMap<>(dishes);
            more.put(dish, amount);
            return new Meal(more);
        }

        long get(String dish) {
            return dishes.getOrDefault(dish, 0L);
        }
    }

    /** A meal and who eats it. */
    public record Guest(String name, Optional<Meal> meal, List<Meal> more) {}

    /** A role. */
    @Reads("dish soup")
    @Writes("dish salad")
    public interface Cook {

        Guest cook(Guest guest, List<String> wishes);
    }

    private static Guest guest() {
        Meal meal = new Meal(Map.of("soup", 3L, "salad", 4L, "cake", 5L, "empty", 0L));
        return new Guest("Ann", Optional.of(meal), List.of(meal));
    }

    private static Guest served(Guest guest, UnaryOperator<Meal> change) {
        return new Guest(guest.name(), guest.meal().map(change), guest.more());
    }

    private static Guest call(Cook cook, String... wishes) {
        Declared declared = Declared.of(Cook.class, cook.getClass(), List.of(), List.of());
        return ((Cook) Guard.around(Cook.class, cook, "menu.cook (c@1.0.0)", declared))
                .cook(guest(), List.of(wishes));
    }

    private static String caught(Cook cook) {
        TaskException e = assertThrows(TaskException.class, () -> call(cook));
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        return e.getMessage();
    }

    @Test
    void declaredPartsMayBeTouched() {
        Guest guest = call((given, wishes) ->
                served(given, meal -> meal.with("salad", meal.get("soup") + meal.get("salad"))));
        assertEquals(7, guest.meal().orElseThrow().get("salad"));
        assertEquals(5, guest.meal().orElseThrow().get("cake"), "others pass");
    }

    @Test
    void writerIsNamed() {
        assertEquals(
                "menu.cook (c@1.0.0) writes dish cake and dish wine, which neither it nor its role"
                        + " declares: @Writes({\"dish cake\", \"dish wine\"})",
                caught((given, wishes) ->
                        served(given, meal -> meal.with("cake", 9).with("wine", 2))));
    }

    @Test
    void readerIsNamedHoweverItReads() {
        assertEquals(
                "menu.cook (c@1.0.0) reads dish cake, which neither it nor its role declares:"
                        + " @Reads({\"dish cake\"})",
                caught((given, wishes) -> served(
                        given,
                        meal -> meal.with(
                                "salad",
                                meal.dishes().values().stream()
                                                .mapToLong(n -> n)
                                                .sum()
                                        - meal.get("empty")))));
    }

    @Test
    void readerOfAnEmptyPartIsNamed() {
        assertEquals(
                "menu.cook (c@1.0.0) reads dish empty, which neither it nor its role declares:"
                        + " @Reads({\"dish empty\"})",
                caught((given, wishes) -> {
                    if (given.more().get(0).get("empty") > 0) {
                        throw new TaskException(ErrorCode.NO_WORK, "full already");
                    }
                    return given;
                }));
    }

    @Test
    void whatTheCallerNamesMayBeRead() {
        Guest guest = call(
                (given, wishes) ->
                        served(given, meal -> meal.with("salad", meal.get(wishes.get(0)))),
                "cake");
        assertEquals(5, guest.meal().orElseThrow().get("salad"));
    }

    @Test
    void failureStaysTheSame() {
        TaskException failure = new TaskException(ErrorCode.NO_USABLE_PIXELS, "hungry");
        assertSame(
                failure,
                assertThrows(
                        TaskException.class,
                        () -> call((given, wishes) -> {
                            throw failure;
                        })));
    }

    @Test
    void nothingIsRepeatedWithoutUndeclaredParts() {
        AtomicInteger calls = new AtomicInteger();
        Cook cook = (guest, wishes) -> {
            calls.incrementAndGet();
            return guest;
        };
        Declared all = new Declared(Set.of("dish *"), Set.of());
        ((Cook) Guard.around(Cook.class, cook, "c", all)).cook(guest(), List.of());
        assertEquals(1, calls.get());
    }

    /** Declares for itself, with a setting. */
    @Reads("dish ${favourite}")
    @Writes("dish cream*")
    private static final class Declaring implements Cook {

        @Override
        public Guest cook(Guest guest, List<String> wishes) {
            return guest;
        }
    }

    @Test
    void parentsMayDoWhatTheirSlotsMayUnlessThatIsAll() {
        Declared child = new Declared(Set.of("dish tea"), Set.of("dish *", "card X*"));
        Declared parent = Declared.of(Cook.class, Declaring.class, List.of(), List.of(child));
        assertEquals(Set.of("dish soup", "dish tea"), parent.reads());
        assertEquals(Set.of("dish salad", "dish cream*", "card X*"), parent.writes());
        assertEquals(true, parent.mayWrite("dish cream pie"));
        assertEquals(false, parent.mayWrite("dish cake"));
        assertEquals(true, parent.mayRead("card X1"));
    }

    /** A list of dishes that is made in set-up. */
    private static final class Menu implements Parted {

        private final Set<String> dishes = new TreeSet<>(Set.of("bread"));
        private final Set<String> asked = new TreeSet<>();

        boolean has(String dish) {
            asked.add("dish " + dish);
            return dishes.contains(dish);
        }

        @Override
        public Map<String, Long> parts() {
            Map<String, Long> parts = new HashMap<>();
            dishes.forEach(dish -> parts.put("dish " + dish, 1L));
            return parts;
        }

        @Override
        public Menu disturbed(Set<String> names) {
            return this;
        }

        @Override
        public Set<String> used() {
            Set<String> used = Set.copyOf(asked);
            asked.clear();
            return used;
        }
    }

    /** What is prepared. */
    @Prepared
    public interface Server {

        List<Meal> serve(Meal meal);
    }

    /** A role with set-up. */
    public interface Chef {

        Server prepare(Parted menu);
    }

    private static Server prepare(Menu menu, Chef chef) {
        Declared nothing = new Declared(Set.of(), Set.of());
        return ((Chef) Guard.around(Chef.class, chef, "chef", nothing)).prepare(menu);
    }

    @Test
    void whatIsAddedAndAskedForInSetUpIsDeclared() {
        Menu menu = new Menu();
        menu.has("water"); // another's question
        Server server = prepare(menu, parted -> {
            menu.dishes.add("toast");
            boolean bread = menu.has("bread");
            return meal -> List.of(meal.with("toast", bread ? meal.get("bread") : 0));
        });
        assertEquals(6, server.serve(new Meal(Map.of("bread", 6L))).get(0).get("toast"));
        Server thirsty = prepare(menu, parted -> {
            menu.dishes.add("punch");
            return meal -> List.of(meal.with("punch", meal.get("water")));
        });
        TaskException e = assertThrows(
                TaskException.class, () -> thirsty.serve(new Meal(Map.of("water", 1L))));
        assertEquals(
                "chef reads dish water, which neither it nor its role declares:"
                        + " @Reads({\"dish water\"})",
                e.getMessage());
    }

    @Test
    void argumentThatIsChangedIsNamed() {
        List<String> log = new ArrayList<>();
        Map<String, Long> dishes = new HashMap<>(Map.of("cake", 1L));
        Server thief = prepare(new Menu(), menu -> meal -> {
            log.add("serve");
            meal.dishes().put("cake", 0L);
            meal.dishes().put("crumbs", 7L);
            return List.of();
        });
        TaskException e = assertThrows(TaskException.class, () -> thief.serve(new Meal(dishes)));
        assertEquals(
                "chef writes dish cake and dish crumbs, which neither it nor its role declares:"
                        + " @Writes({\"dish cake\", \"dish crumbs\"})",
                e.getMessage());
        assertEquals(List.of("serve"), log);
    }
}
