package sockshell.render.feedback;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sockshell.lang.Operators;
import sockshell.lang.Value;
import sockshell.render.Machine;
import sockshell.render.Quoted;
import sockshell.session.told.Activity;
import sockshell.session.told.Event;
import sockshell.session.told.Survey;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Inspection.AcceptQueue;
import sockshell.sys.Inspection.State;
import sockshell.sys.Inspection.View;

/** Why a call does not return, as measured, and what a person can do meanwhile. */
final class BlockedText {
    private final Machine machine;

    BlockedText(Machine machine) {
        this.machine = machine;
    }

    /** It has just gone to sleep; the other process is one to go on as. */
    String blocked(Event.Blocked blocked, Survey survey, String other) {
        return "%s is blocked in %s. Go on as another process (%s>), or Ctrl-C to interrupt it."
                .formatted(blocked.process(), callAndReason(blocked, survey), other);
    }

    /** A line that it was told cannot be done. */
    String refused(Activity activity, Survey survey) {
        Event.Blocked blocked =
                new Event.Blocked(activity.process(), activity.call(), activity.arguments());
        return switch (activity.doing()) {
            case BLOCKED ->
                    "%s is still blocked in %s. The line was not run; Ctrl-C interrupts the call."
                            .formatted(activity.process(), callAndReason(blocked, survey));
            case ASKING ->
                    activity.process()
                            + " is still in its loop, asking for what is not there. The line was"
                            + " not run.";
            case BUSY -> activity.process() + " is still at work. The line was not run.";
            case READY -> activity.process() + " is ready now. The line was not run.";
        };
    }

    private String callAndReason(Event.Blocked blocked, Survey survey) {
        String call = call(blocked);
        return reason(blocked, survey).map(reason -> call + ": " + reason).orElse(call);
    }

    /** {@code accept(3)}; of a call without a descriptor only the name. */
    private static String call(Event.Blocked blocked) {
        return blocked.call() + first(blocked).map(number -> "(" + number + ")").orElse("");
    }

    private static Optional<Long> first(Event.Blocked blocked) {
        return switch (blocked.call()) {
            case "sleep", "poll", "select", "input", "raw_input", "open" -> Optional.empty();
            default -> blocked.arguments().stream().findFirst().flatMap(Operators::whole);
        };
    }

    private Optional<String> reason(Event.Blocked blocked, Survey survey) {
        Optional<Held> held =
                first(blocked).flatMap(fd -> survey.find(blocked.process(), fd.intValue()));
        Optional<View> view = held.flatMap(Held::view);
        return switch (blocked.call()) {
            case "accept", "accept4" ->
                    view.flatMap(View::acceptQueue)
                            .filter(queue -> queue.length() == 0)
                            .map(_ -> "its queue is empty");
            case "connect" -> view.flatMap(its -> connecting(blocked, its, survey));
            case "recv", "recvfrom", "recvmsg", "read" -> reading(blocked, held);
            case "send", "sendall", "sendto", "sendmsg", "write", "sendfile" ->
                    writing(view, survey);
            case "poll", "select" -> Optional.of("none of its descriptors is ready");
            case "epoll_wait" -> Optional.of("none of the descriptors in its list is ready");
            case "sleep" -> Optional.of("its time is not over");
            case "input", "raw_input" -> Optional.of("no line was typed yet");
            case "open" -> path(blocked).map(name -> "nobody has opened the other end of " + name);
            case "close" -> Optional.of("it waits until the data is sent (SO_LINGER)");
            default -> Optional.empty();
        };
    }

    private Optional<String> connecting(Event.Blocked blocked, View view, Survey survey) {
        Optional<Held> full =
                blocked.arguments().stream()
                        .filter(Value.Address.class::isInstance)
                        .map(value -> ((Value.Address) value).address())
                        .flatMap(to ->
                                survey.held().stream()
                                        .filter(held -> listens(held, view, Shown.port(to)))
                                        .filter(held ->
                                                Shown.port(to) > 0
                                                        || held.view()
                                                                .orElseThrow()
                                                                .ends()
                                                                .local()
                                                                .equals(to)))
                        .filter(held -> isFull(held.view().flatMap(View::acceptQueue)))
                        .findFirst();
        return full.map(held ->
                        "%s's accept queue is full (%s)"
                                .formatted(
                                        held.process(),
                                        held.view()
                                                .flatMap(View::acceptQueue)
                                                .map(queue ->
                                                        queue.length()
                                                                + " of "
                                                                + (queue.limit() + 1))
                                                .orElse("")))
                .or(() ->
                        Optional.of("its SYN is not answered, state SYN_SENT")
                                .filter(_ -> view.state() == State.SYN_SENT));
    }

    private static boolean listens(Held held, View view, int port) {
        return held.view()
                .filter(its -> its.state() == State.LISTEN)
                .filter(its -> its.made().type() == view.made().type())
                .filter(its -> Shown.port(its.ends().local()) == port)
                .isPresent();
    }

    private static boolean isFull(Optional<AcceptQueue> queue) {
        return queue.filter(its -> its.length() > its.limit()).isPresent();
    }

    private Optional<String> reading(Event.Blocked blocked, Optional<Held> held) {
        if (held.flatMap(Held::view).isEmpty()) {
            return held.map(_ -> "nothing is there to read yet");
        }
        boolean wantsAll = hasFlag(blocked, "MSG_WAITALL");
        long waiting =
                held.flatMap(Held::view).map(view -> view.queues().received().orElse(0)).orElse(0L);
        if (wantsAll) {
            return blocked.arguments().stream()
                    .skip(1)
                    .findFirst()
                    .flatMap(Operators::whole)
                    .map(all -> "it wants all " + all + " bytes (MSG_WAITALL)");
        }
        return Optional.of("nothing has arrived yet").filter(_ -> waiting == 0);
    }

    private boolean hasFlag(Event.Blocked blocked, String flag) {
        return !blocked.call().equals("read")
                && machine.constants().has(flag)
                && blocked.arguments().stream()
                        .skip(2)
                        .findFirst()
                        .flatMap(Operators::whole)
                        .filter(flags -> (flags & machine.constants().number(flag)) != 0)
                        .isPresent();
    }

    /** Of a pipe only poll(2) was asked, which says that there is no room. */
    private static Optional<String> writing(Optional<View> view, Survey survey) {
        long unsent = view.map(its -> its.queues().unsent().orElse(0)).orElse(0L);
        Optional<String> there =
                view.flatMap(its -> Scene.peer(survey, its))
                        .flatMap(peer ->
                                peer.view()
                                        .map(its ->
                                                ", and %s's fd %d has %d unread"
                                                        .formatted(
                                                                peer.process(),
                                                                peer.descriptor(),
                                                                its.queues()
                                                                        .received()
                                                                        .orElse(0))));
        return Optional.of(
                unsent > 0
                        ? "the buffers are full (send-q " + unsent + there.orElse("") + ")"
                        : "there is no room for more");
    }

    private static Optional<String> path(Event.Blocked blocked) {
        return blocked.arguments().stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> Quoted.of(((Value.Text) value).bytes()))
                .findFirst();
    }

    /** A process to go on as: one that is there and ready, or a new one. */
    static String other(String process, List<Activity> activities) {
        return activities.stream()
                .filter(each -> each.doing() == Activity.Doing.READY)
                .map(Activity::process)
                .filter(name -> !name.equals(process))
                .findFirst()
                .orElseGet(() -> unused(process, activities));
    }

    private static String unused(String process, List<Activity> activities) {
        var taken = activities.stream().map(Activity::process).collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of("cli", "srv"),
                        Stream.iterate(2, n -> n + 1).map(n -> "cli" + n).limit(1000))
                .filter(name -> !taken.contains(name) && !name.equals(process))
                .findFirst()
                .orElse("other");
    }
}
