import * as api from "#domain/boards/api.ts";
import { listOffBoard as listOffBoardRoute } from "#domain/boards/archive-api.ts";
import * as comments from "#domain/boards/comments-api.ts";
import * as exports from "#domain/boards/export-api.ts";
import * as tasks from "#domain/boards/tasks-api.ts";
import * as views from "#domain/boards/saved-views-api.ts";
import * as templates from "#domain/boards/card-templates-api.ts";
import * as files from "#domain/boards/files-api.ts";
import * as backups from "#domain/boards/backups-api.ts";
import { listOutsideLinks as outsideLinksRoute } from "#domain/boards/links-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { bringCard } from "./bring-card.ts";
import { archiveBoard, restoreBoard } from "./archive-board.ts";
import { listBackups, makeBackup, returnToBackup } from "./backups.ts";
import { createTask, deleteTask, restoreTask, updateTask } from "./change-task.ts";
import { createBoard } from "./create-board.ts";
import { exportBoard, exportBoardCsv } from "./export-board.ts";
import { listBoards } from "./list-boards.ts";
import { listCards } from "./list-cards.ts";
import { listOffBoard } from "./list-off-board.ts";
import { readFace, sendFace } from "./file-faces.ts";
import { downloadFile, finishFile, sendFilePart } from "./files.ts";
import { listFiles } from "./list-files.ts";
import { listComments } from "./list-comments.ts";
import { chooseDefaultView } from "./choose-default-view.ts";
import { deleteTemplate } from "./delete-template.ts";
import { deleteView } from "./delete-view.ts";
import { listTemplates } from "./list-templates.ts";
import { listOutsideLinks } from "./list-outside-links.ts";
import { listViews } from "./list-views.ts";
import { saveTemplate } from "./save-template.ts";
import { saveView } from "./save-view.ts";
import { listTasks } from "./list-tasks.ts";
import { pushOps } from "./push-ops.ts";
import { readBoard } from "./read-board.ts";
import { readCardHistory } from "./read-card-history.ts";
import { readTask } from "./read-task.ts";
import { updateBoard } from "./update-board.ts";

/** Routes of boards and of the task list over all of them. */
export const boardRoutes = [
  bind(api.listBoards, (ctx, { query }) => listBoards(ctx, query)),
  bind(api.createBoard, (ctx, { body }) => createBoard(ctx, body)),
  bind(api.readBoard, (ctx, { params }) => readBoard(ctx, params)),
  bind(api.updateBoard, (ctx, { params, body }) => updateBoard(ctx, { ...params, ...body })),
  bind(api.archiveBoard, (ctx, { params, body }) => archiveBoard(ctx, { ...params, ...body })),
  bind(api.restoreBoard, (ctx, { params, body }) => restoreBoard(ctx, { ...params, ...body })),
  bind(api.listCards, (ctx, { params }) => listCards(ctx, params)),
  bind(listOffBoardRoute, (ctx, { params, query }) => listOffBoard(ctx, { ...params, ...query })),
  bind(comments.listComments, (ctx, { params }) => listComments(ctx, params)),
  bind(comments.readCardHistory, (ctx, { params, query }) =>
    readCardHistory(ctx, { ...params, ...query }),
  ),
  bind(views.listViews, (ctx, { params }) => listViews(ctx, params)),
  bind(views.saveView, (ctx, { params, body }) => saveView(ctx, { ...params, ...body })),
  bind(views.deleteView, (ctx, { params }) => deleteView(ctx, params)),
  bind(views.chooseDefaultView, (ctx, { params, body }) =>
    chooseDefaultView(ctx, { ...params, ...body }),
  ),
  bind(templates.listTemplates, (ctx, { params }) => listTemplates(ctx, params)),
  bind(templates.saveTemplate, (ctx, { params, body }) =>
    saveTemplate(ctx, { ...params, ...body }),
  ),
  bind(templates.deleteTemplate, (ctx, { params }) => deleteTemplate(ctx, params)),
  bind(files.sendFilePart, (ctx, { params, body }) => sendFilePart(ctx, { ...params, ...body })),
  bind(files.finishFile, (ctx, { params, body }) => finishFile(ctx, { ...params, ...body })),
  bind(files.sendFace, (ctx, { params, body }) => sendFace(ctx, { ...params, ...body })),
  bind(files.readFace, (ctx, { params }) => readFace(ctx, params)),
  bind(files.listFiles, (ctx, { params }) => listFiles(ctx, params)),
  bind(files.bringCard, (ctx, { params, body }) => bringCard(ctx, { ...params, ...body })),
  bind(outsideLinksRoute, (ctx, { params }) => listOutsideLinks(ctx, params)),
  bind(files.downloadFile, (ctx, { params }) => downloadFile(ctx, params)),
  bind(api.pushOps, (ctx, { params, body }) => pushOps(ctx, { ...params, ...body })),
  bind(backups.listBackups, (ctx, { params }) => listBackups(ctx, params)),
  bind(backups.makeBackup, (ctx, { params }) => makeBackup(ctx, params)),
  bind(backups.returnToBackup, (ctx, { params }) => returnToBackup(ctx, params)),
  bind(exports.exportBoard, (ctx, { params }) => exportBoard(ctx, params)),
  bind(exports.exportBoardCsv, (ctx, { params, query }) =>
    exportBoardCsv(ctx, { ...params, ...query }),
  ),
  bind(tasks.listTasks, (ctx, { query }) => listTasks(ctx, query)),
  bind(tasks.createTask, (ctx, { body }) => createTask(ctx, body)),
  bind(tasks.readTask, (ctx, { params, query }) => readTask(ctx, { ...params, ...query })),
  bind(tasks.updateTask, (ctx, { params, body }) => updateTask(ctx, { ...params, ...body })),
  bind(tasks.deleteTask, (ctx, { params, query }) => deleteTask(ctx, { ...params, ...query })),
  bind(tasks.restoreTask, (ctx, { params, query }) => restoreTask(ctx, { ...params, ...query })),
];
