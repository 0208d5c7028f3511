package sockshell.transcript.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Calls that wait for several descriptors: their lists are arrays and sets in C. */
final class CLists {
    private final CCalls calls;
    private final CTerms terms;
    private final LocalNames names;

    CLists(CCalls calls, CTerms terms, LocalNames names) {
        this.calls = calls;
        this.terms = terms;
        this.names = names;
    }

    void poll(Step.Make made) {
        if (!(made.get("list") instanceof Term.Items(List<Term> members, _))) {
            terms.lacking("a list in a variable");
            return;
        }
        String name = names.fresh("list");
        String entries = members.stream().map(this::asked).collect(Collectors.joining(", "));
        calls.add("struct pollfd " + name + "[] = { " + entries + " };");
        String count =
                made.arguments().containsKey("nfds")
                        ? terms.of(made.get("nfds"))
                        : Integer.toString(members.size());
        calls.number(made, calls.filled(made, Map.of("list", name, "#list", count)));
    }

    private String asked(Term member) {
        List<Term> pair =
                member instanceof Term.Items(List<Term> parts, _) ? parts : List.of(member);
        String events = pair.size() > 1 ? terms.of(pair.get(1)) : "POLLIN | POLLPRI | POLLOUT";
        return "{ " + terms.of(pair.getFirst()) + ", " + events + ", 0 }";
    }

    void select(Step.Make made) {
        List<String> sets = new ArrayList<>();
        for (String parameter : List.of("read", "write", "except")) {
            sets.add(set(made.get(parameter)));
        }
        Term seconds = made.get("seconds");
        String time = seconds.type() == Type.NONE ? "NULL" : time(seconds);
        Map<String, String> own =
                Map.of(
                        "&read",
                        sets.get(0),
                        "&write",
                        sets.get(1),
                        "&except",
                        sets.get(2),
                        "&seconds",
                        time);
        String call = calls.filled(made, own);
        calls.number(
                made,
                made.arguments().containsKey("nfds")
                        ? call.replace("FD_SETSIZE", terms.of(made.get("nfds")))
                        : call);
    }

    private String set(Term list) {
        if (!(list instanceof Term.Items(List<Term> members, _)) || members.isEmpty()) {
            return "NULL";
        }
        String name = names.fresh("set");
        calls.add("fd_set " + name + ";");
        calls.add("FD_ZERO(&" + name + ");");
        members.forEach(fd -> calls.add("FD_SET(" + terms.of(fd) + ", &" + name + ");"));
        return "&" + name;
    }

    private String time(Term seconds) {
        String name = names.fresh("time");
        calls.add(
                seconds instanceof Term.Whole
                        ? "struct timeval " + name + " = { " + terms.of(seconds) + ", 0 };"
                        : "struct timeval "
                                + name
                                + " = { 0, (long) ("
                                + terms.of(seconds)
                                + " * 1000000) };");
        return "&" + name;
    }

    void epollWait(Step.Make made) {
        String name = names.fresh("events");
        calls.add("struct epoll_event " + name + "[1024];");
        calls.number(made, calls.filled(made, Map.of("&result", name)));
    }
}
