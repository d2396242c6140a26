// RxJS has one file for scripts, and hundreds for modules.
export const {BehaviorSubject, Observable, Subject, Subscription, from, of} = self.rxjs;
export const {concatMap, filter, finalize, map, switchMap, tap} = self.rxjs.operators;
