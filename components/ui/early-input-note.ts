/**
 * Put into every page before its scripts: notes which controls are used meanwhile, and holds a form that is sent, which
 * would load the page anew and lose what is in it. `early-input.ts` takes both up.
 */
export const NOTE_EARLY_INPUT =
  "(function(w,e){e=w.earlyInput={used:new WeakSet,form:null,hold:function(s){s.preventDefault();e.form=s.target}};" +
  'addEventListener("input",function(i){i.isTrusted&&e.used.add(i.target)},true);addEventListener("submit",e.hold,true)})(window)';
