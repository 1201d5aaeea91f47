import { parentPort } from 'node:worker_threads';
import { answer, type Question } from './answer.js';

parentPort!.on('message', (question: Question) => {
  void answer(question).then((reply) => parentPort!.postMessage(reply));
});
