package vn.dondoc.task.deadline;

import java.util.List;

/** How many days before and after the last day somebody is told. */
final class Reminders {

    /** Days before the last day, falling. The first one is where "due soon" begins. */
    static final List<Integer> DAYS_LEFT = List.of(7, 3, 1);

    /** Days after the last day, rising; each is one escalation step. */
    static final List<Integer> DAYS_LATE = List.of(1, 3, 7);

    static final int DUE_SOON = DAYS_LEFT.getFirst();

    private Reminders() {}
}
