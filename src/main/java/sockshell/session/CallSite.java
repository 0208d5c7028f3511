package sockshell.session;

import java.util.List;
import java.util.Optional;
import sockshell.lang.Expr;
import sockshell.lang.Mistake;
import sockshell.lang.Span;
import sockshell.lang.Value;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Catalogue;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Outcome;
import sockshell.lang.check.ArgumentCheck;
import sockshell.sys.Errno;
import sockshell.sys.Result;

/** A call at its place in a program: which one it is, and in which forms it may be meant. */
record CallSite(Expr.Call call, Call entry, List<Form> forms, int count) implements Step {

    static CallSite of(Expr.Call call, Catalogue catalogue) {
        Call entry =
                catalogue
                        .find(call.name())
                        .orElseThrow(() -> new IllegalStateException("unchecked: " + call.name()));
        int count = call.arguments().size();
        return new CallSite(call, entry, entry.forms(count), count);
    }

    /** Takes the arguments off the frame, makes the call, and leaves what it gave. */
    @Override
    public void run(SockProcess process, Frame frame) {
        Arguments arguments = arranged(process, frame);
        if (arguments.isResolved()) {
            settle(process, frame, arguments, process.make(arguments));
            return;
        }
        switch (arguments.resolved()) {
            case Result.Ok<Arguments>(Arguments call) ->
                    settle(process, frame, call, process.make(call));
            case Result.Err<Arguments>(var errno) -> failed(process, frame, arguments, errno);
        }
    }

    private static void settle(SockProcess process, Frame frame, Arguments call, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            failed(process, frame, call, failed.errno());
        } else {
            frame.give(outcome);
        }
    }

    private static void failed(SockProcess process, Frame frame, Arguments call, Errno errno) {
        process.failed(errno);
        frame.fail(call, errno);
        frame.give(new Outcome.Failed(errno));
    }

    /** Where an argument was written; one that was left out is the whole call. */
    Span argument(int place) {
        List<Expr> written = call.arguments();
        return place < written.size() ? written.get(place).span() : call.span();
    }

    private Arguments arranged(SockProcess process, Frame frame) {
        Value[] given = frame.take(count);
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            Optional<Value[]> values = form.arrange(given);
            if (values.isPresent()) {
                return new Arguments(process, this, form, values.get());
            }
        }
        throw misfit(List.of(given), frame.failure());
    }

    /** What a failed call gave is -1, which the next one may not be able to take. */
    private Refusal misfit(List<Value> given, Optional<Frame.Failure> failure) {
        Mistake mistake =
                ArgumentCheck.misfit(call, forms, given.stream().map(Optional::of).toList())
                        .orElseGet(() -> new Mistake(call.span(), "these arguments do not fit"));
        String hint =
                failure.map(failed -> failed.call().name() + " gave -1 " + failed.errno())
                        .orElse(mistake.hint());
        return new Refusal(mistake.span(), mistake.message(), hint);
    }
}
