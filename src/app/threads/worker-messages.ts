/** What the pool and its workers say to each other. A worker works on one task at a time. */

/** To the worker: a task, or leave to send the next part. */
export type ToWorker<Task> = { kind: "task"; task: Task } | { kind: "next" };

/** From the worker: a part of the answer, its end with the last part, if any, or the task's own error. */
export type FromWorker<Part> =
  | { kind: "part"; part: Part }
  | { kind: "end"; last: readonly Part[] }
  | { kind: "error"; message: string };
