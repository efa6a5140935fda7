; The app itself says at its start that it opens credtray: links (electron/app/start-app.ts). With it goes the word.
!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\credtray"
!macroend
