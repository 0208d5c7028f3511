package sockshell.transcript.program.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sockshell.transcript.program.step.Step;
import sockshell.transcript.program.step.Term;
import sockshell.transcript.program.step.Type;

/** Messages of several parts, and what goes along with them. */
final class CMessages {
    private final CCalls calls;
    private final CTerms terms;
    private final Helpers helpers;
    private final LocalNames names;
    private final CMemory memory;

    CMessages(CCalls calls, CTerms terms, Helpers helpers, LocalNames names, CMemory memory) {
        this.calls = calls;
        this.terms = terms;
        this.helpers = helpers;
        this.names = names;
        this.memory = memory;
    }

    void sendmsg(Step.Make made) {
        if (!(made.get("buffers") instanceof Term.Items(List<Term> parts, _))) {
            terms.lacking("a list in a variable");
            return;
        }
        String entries =
                parts.stream()
                        .map(part -> "{ " + memory.start(part) + ", " + memory.length(part) + " }")
                        .collect(Collectors.joining(", "));
        String list = names.fresh("parts");
        String message = names.fresh("message");
        calls.add("struct iovec " + list + "[] = { " + entries + " };");
        calls.add(
                "struct msghdr "
                        + message
                        + " = { .msg_iov = "
                        + list
                        + ", .msg_iovlen = "
                        + parts.size()
                        + " };");
        if (made.get("address").type() != Type.NONE) {
            String address = memory.address(made.get("address"), made.get("s"));
            calls.add(message + ".msg_name = &" + address + ".at;");
            calls.add(message + ".msg_namelen = " + address + ".length;");
        }
        if (made.get("control") instanceof Term.Items(List<Term> controls, _)) {
            controls.forEach(control -> attach(message, control));
        }
        calls.number(made, calls.filled(made, Map.of()).replace("&message", "&" + message));
    }

    private void attach(String message, Term control) {
        if (!(control instanceof Term.Apply rights)
                || !(rights.get("fds") instanceof Term.Items(List<Term> fds, _))) {
            terms.lacking("this control message");
            return;
        }
        String list = names.fresh("fds");
        String room = names.fresh("room");
        calls.add(
                "int "
                        + list
                        + "[] = { "
                        + fds.stream().map(terms::of).collect(Collectors.joining(", "))
                        + " };");
        calls.add("char " + room + "[CMSG_SPACE(sizeof " + list + ")] = { 0 };");
        calls.add(
                helpers.use("attach")
                        + "(&"
                        + message
                        + ", "
                        + room
                        + ", "
                        + list
                        + ", "
                        + fds.size()
                        + ");");
    }

    void recvmsg(Step.Make made) {
        String buffer = calls.buffer(made);
        String part = names.fresh("part");
        String room = names.fresh("room");
        String message = names.fresh("message");
        calls.add(
                "struct iovec "
                        + part
                        + " = { "
                        + buffer
                        + ".bytes, "
                        + terms.of(made.get("size"))
                        + " };");
        calls.add("char " + room + "[1024];");
        calls.add(
                "struct msghdr "
                        + message
                        + " = { .msg_iov = &"
                        + part
                        + ", .msg_iovlen = 1, "
                        + ".msg_control = "
                        + room
                        + ", .msg_controllen = sizeof "
                        + room
                        + " };");
        if (made.targets().size() > 1) {
            String from = names.of(made.targets().get(1));
            memory.declare(made.targets().get(1), calls.lines());
            calls.add(message + ".msg_name = &" + from + ".at;");
            calls.add(message + ".msg_namelen = sizeof " + from + ".at;");
        }
        helpers.use("check");
        String call = calls.filled(made, Map.of()).replace("&message", "&" + message);
        calls.add(buffer + ".length = check(\"recvmsg\", " + call + ");");
        if (made.targets().size() > 1) {
            String from = names.of(made.targets().get(1));
            calls.add(from + ".length = " + message + ".msg_namelen;");
        }
    }
}
