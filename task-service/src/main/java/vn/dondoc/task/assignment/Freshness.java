package vn.dondoc.task.assignment;

import java.time.Instant;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.task.deadline.Timekeeping;

/**
 * News of ongoing tasks. One that is ongoing from the start ("thường xuyên") owes them until it is finished. One that is to be kept up
 * afterwards ("… và thường xuyên") is judged by its day as any other, stays completed when it was accepted, and owes news from then on.
 */
final class Freshness {

    private Freshness() {}

    /** As its plan says it now: news begin to be owed, or are owed no more. */
    static Assignment planned(Assignment task, Instant at, Timekeeping keeping) {
        return switch (task.planned().due()) {
            case Due.Ongoing _ when task.news() == null -> begun(task, at, keeping.staleAfter());
            case Due.Ongoing _ -> task;
            case Due.By by when by.thenOngoing() -> later(task, at, keeping);
            case null, default -> over(task);
        };
    }

    /** Progress is news. */
    static Assignment after(Command command, Assignment task, Instant at) {
        var owed = task.news() != null || isOngoing(task) || isKeptUp(task);
        return command == Command.PROGRESS && owed ? begun(task, at, every(task)) : task;
    }

    /** As the work stands now, however it came there: what is to be kept up owes news once it was accepted, what is over owes none. */
    static Assignment settled(Assignment task, Instant at) {
        if (isKeptUp(task)) {
            return task.news() == null ? begun(task, at, every(task)) : task;
        } else if (task.work().state() == WorkState.COMPLETED || task.work().state() == WorkState.CANCELLED) {
            return over(task);
        }
        return task.news() == null || isOngoing(task) ? task : task.edited(edit -> edit.news = null);
    }

    /** While it waited for its verdict nobody owed news of it: what is ongoing is waited for anew from the day it is open again. */
    static Assignment reopened(Assignment task, Instant at) {
        var news = task.news();
        return news == null || !isOngoing(task) || !isAwaited(task) ? task : task.edited(edit -> {
            edit.news = new News(news.last(), false);
            edit.newsDue = NewsDue.after(task.dayFor(at), every(task));
        });
    }

    /** Whether it takes news although it is finished. */
    static boolean isKeptUp(Assignment task) {
        return task.work().state() == WorkState.COMPLETED && task.planned().due() instanceof Due.By by && by.thenOngoing();
    }

    /** Whether silence says anything now. */
    static boolean isAwaited(Assignment task) {
        return task.news() != null && (task.work().unfinished() || isKeptUp(task));
    }

    /** Another patience: what would be stale at once by it is given that long from now. */
    static Assignment kept(Assignment task, Instant at, Timekeeping keeping) {
        var due = task.newsDue();
        if (due == null || due.every() == keeping.staleAfter() || !task.work().unfinished() && !isKeptUp(task)) {
            return task;
        }
        var today = Assignment.dayOf(at);
        var news = task.news();
        var next = NewsDue.after(news == null ? today : news.last(), keeping.staleAfter());
        var wanted = next.staleOn().isAfter(today) ? next : NewsDue.after(today, keeping.staleAfter());
        return task.edited(edit -> edit.newsDue = wanted);
    }

    private static boolean isOngoing(Assignment task) {
        return task.planned().due() instanceof Due.Ongoing;
    }

    private static int every(Assignment task) {
        var due = task.newsDue();
        return due == null ? Timekeeping.USUAL.staleAfter() : due.every();
    }

    private static Assignment begun(Assignment task, Instant at, int every) {
        var before = task.news();
        var day = task.dayFor(at);
        var last = before != null && before.last().isAfter(day) ? before.last() : day;
        return task.edited(edit -> {
            edit.news = new News(last, false);
            edit.newsDue = NewsDue.after(last, every);
        }).asOf(at);
    }

    /** Owed once it is accepted; until then only how long they are waited for is known. */
    private static Assignment later(Assignment task, Instant at, Timekeeping keeping) {
        return task.edited(edit -> {
            edit.news = null;
            edit.newsDue = NewsDue.after(Assignment.dayOf(at), keeping.staleAfter());
        });
    }

    private static Assignment over(Assignment task) {
        return task.newsDue() == null && task.news() == null ? task : task.edited(edit -> {
            edit.news = null;
            edit.newsDue = null;
        });
    }
}
